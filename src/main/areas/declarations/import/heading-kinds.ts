import { wordKey } from '../../../../shared/import/heading-words.ts'
import type { DeclarationColumn } from '../../../../shared/trade/declarations-draft.ts'

/** Fields of a mapping that a heading can name. */
export type ColumnKind = DeclarationColumn

/** Headings of customs systems in the four languages, the likelier ones first; see `wordKey`. */
const words: Readonly<Record<ColumnKind, string>> = {
  number:
    '报关单号,报关单编号,海关编号,单号,declaration number,declaration no,number,номер декларации,номер дт,№ дт,регистрационный номер,декларация нөмірі',
  date: '申报日期,日期,declaration date,date,дата декларации,дата подачи,дата,декларация күні,күні',
  checkpoint: '查验现场,现场,监管场所,checkpoint,пункт пропуска,пост,бекет,өткізу пункті',
  direction:
    '进出口,进出口标志,进出口标识,进出口类型,进出口流向,流向,进出境,direction,import export,направление,тип декларации,импорт экспорт,бағыт,бағыты',
  tradeMode:
    '监管方式,贸易方式,trade mode,procedure,customs procedure,таможенная процедура,процедура,кедендік рәсім,рәсім',
  transportMode:
    '运输方式,transport mode,mode of transport,вид транспорта,вид транспорта на границе,көлік түрі',
  consignor:
    '境内发货人,境外发货人,发货人,发货单位,consignor,shipper,exporter,отправитель,грузоотправитель,экспортер,жөнелтуші,жүк жөнелтуші',
  consignee:
    '境内收货人,境外收货人,收货人,收货单位,consignee,importer,получатель,грузополучатель,импортер,алушы,жүк алушы',
  declarant:
    '申报单位,报关单位,报关行,declarant,broker,agent,декларант,таможенный представитель,декларант ұйым',
  partner:
    '贸易国,贸易国地区,贸易国别,启运国,运抵国,启运国地区,运抵国地区,partner,partner country,trade country,country,торгующая страна,страна партнер,страна,серіктес ел,ел',
  incoterm: '成交方式,贸易术语,incoterm,incoterms,terms of delivery,условия поставки,жеткізу шарты',
  currency: '币制,币种,货币,currency,валюта,код валюты,валюта коды',
  packages: '件数,packages,number of packages,количество мест,мест,орын саны',
  grossWeight:
    '毛重,总毛重,毛重千克,毛重kg,gross weight,gross,gross kg,gross t,вес брутто,брутто,вес брутто кг,брутто салмағы,брутто',
  registered:
    '登记日期,受理日期,接单日期,registered,registration date,accepted,дата регистрации,дата выпуска в работу,тіркелген күні',
  inspected: '查验日期,inspected,inspection date,дата досмотра,тексерілген күні',
  released: '放行日期,放行时间,released,release date,дата выпуска,шығарылған күні',
  cleared: '结关日期,结关时间,cleared,clearance date,дата оформления,дата убытия,рәсімделген күні',
  refused: '退单日期,拒绝日期,refused,refusal date,дата отказа,бас тартылған күні',
  withdrawn: '撤销日期,删单日期,撤单日期,withdrawn,withdrawal date,дата отзыва,кері қайтарылған күні',
  amended: '修改日期,改单日期,amended,amendment date,дата корректировки,түзетілген күні',
  reason: '原因,理由,reason,причина,себебі',
  history: 'history',
  hsCode:
    '商品编码,商品编号,税则号列,税号,hs编码,hs code,commodity code,tariff code,hs,код товара,код тн вэд,тн вэд,код,тауар коды,сэқ тн коды',
  goods:
    '商品名称,货物名称,品名,商品名称及规格型号,goods,goods description,description,commodity,наименование товара,описание товара,товар,наименование,тауар,тауар атауы',
  quantity: '数量,成交数量,第一数量,法定数量,quantity,qty,количество,кол во,саны,мөлшері',
  unit: '单位,成交单位,计量单位,第一单位,法定单位,unit,ед изм,единица,единица измерения,өлшем бірлігі,бірлігі',
  secondQuantity: '第二数量,法定第二数量,second quantity,доп количество,количество в дей,екінші саны',
  secondUnit: '第二单位,法定第二单位,second unit,доп единица,дей,екінші бірлігі',
  netWeight:
    '净重,净重千克,净重kg,net weight,net,net kg,net t,вес нетто,нетто,вес нетто кг,нетто салмағы,нетто',
  value:
    '总价,金额,成交总价,货值,total value,value,amount,invoice value,стоимость,фактурная стоимость,сумма,құны',
  origin: '原产国,原产国地区,原产地,country of origin,origin,страна происхождения,шыққан елі',
  destination:
    '最终目的国,最终目的国地区,目的国,destination,country of destination,страна назначения,барар елі,межелі ел',
  plate:
    '车牌,车牌号,车号,车牌号码,运输工具,运输工具名称,运输工具名称及航次号,plate,plates,truck,vehicle,номер машины,номер тс,гос номер,транспортное средство,көлік нөмірі',
  trailer: '挂车,挂车号,挂车车牌,trailer,trailers,прицеп,номер прицепа,тіркеме',
  weighbridge:
    '过磅重量,地磅重量,过磅毛重,weighbridge,weighbridge kg,weighbridge t,вес на весах,весовая,таразы',
  crossingDate:
    '进出境日期,过境日期,过卡日期,进境日期,出境日期,进口日期,出口日期,crossing date,crossing dates,дата пересечения,дата пересечения границы,өткен күні',
  manifest: '舱单号,提运单号,运单号,manifest,manifests,bill of lading,номер манифеста,накладная,жүкқұжат',
}

const ranked = new Map(
  Object.entries(words).flatMap(([kind, list]) =>
    list.split(',').map((word, rank) => [wordKey(word), { kind: kind as ColumnKind, rank }] as const),
  ),
)
/** Fields whose words are headings of other fields too keep the first place that they are given. */
export interface NamedColumn {
  kind: ColumnKind
  /** 0 for the likeliest word. */
  rank: number
  /** The unit that a heading names behind its words, as in `净重(吨)`. */
  unit: 'kg' | 't' | 'g' | null
}

const unitBehind = /[(（[,，/\s]*(千克|公斤|kg|кг|吨|t|т|тонн|克|г|g)[)）\]]*\.?$/iu
const massOf: Readonly<Record<string, NamedColumn['unit']>> = {
  ...{
    千克: 'kg',
    公斤: 'kg',
    kg: 'kg',
    кг: 'kg',
    吨: 't',
    t: 't',
    т: 't',
    тонн: 't',
    克: 'g',
    г: 'g',
    g: 'g',
  },
}

/** What a heading names; null where it is none that is known. */
export function columnKindOf(heading: string): NamedColumn | null {
  const text = heading.length > 100 ? '' : heading.trim()
  const whole = ranked.get(wordKey(text))
  const unit = unitBehind.exec(text)
  const mass = unit ? (massOf[(unit[1] ?? '').toLowerCase()] ?? null) : null
  if (whole) return { ...whole, unit: mass }
  const bare = unit ? ranked.get(wordKey(text.slice(0, unit.index))) : undefined
  if (bare) return { ...bare, unit: mass }
  const beforeBrackets = ranked.get(wordKey(text.replace(/[(（[].*$/u, '')))
  return beforeBrackets ? { ...beforeBrackets, unit: null } : null
}
