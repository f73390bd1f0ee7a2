import type { Direction, Unit } from '../words.ts'

/** Words that headings and cells of port statistics are written with, in the four languages; see `wordKey`. */

/** A text without what people write differently: case, width, spaces, punctuation. */
export function wordKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '')
}

const keyed = <Value extends string>(words: Record<Value, string>): ReadonlyMap<string, Value> =>
  new Map(
    (Object.entries(words) as [Value, string][]).flatMap(([value, list]) =>
      list.split(',').map((word): [string, Value] => [wordKey(word), value]),
    ),
  )

export type HeadingKind =
  | 'date'
  | 'checkpoint'
  | 'checkpoint-name'
  | 'direction'
  | 'period'
  | 'measure'
  | 'value'
  | 'total'
  | 'state'
  | 'source'
  | 'provisional'

export const headingKinds = keyed<HeadingKind>({
  date: '日期,统计日期,年月日,年月,月份,日,时间,date,day,month,period date,дата,день,месяц,күні,күн,ай',
  checkpoint:
    '口岸,现场,查验现场,通道,旅检现场,监管场所,口岸代码,现场代码,checkpoint,control point,port,port code,place,location,crossing,пункт пропуска,пункт,место,код пункта,өткізу пункті,бекет,пункті',
  'checkpoint-name': '口岸名称,现场名称,checkpoint name,port name,place name,название пункта,пункт атауы',
  direction:
    '方向,出入境,进出境,进出,出入,出入境方向,direction,way,arrival departure,entry exit,in out,направление,въезд выезд,бағыт,бағыты',
  period: '班次,班,时段,班组,shift,period,смена,период,ауысым,кезең',
  measure:
    '项目,类别,旅客类别,种类,类型,指标,分类,line,category,measure,type,traveller category,категория,показатель,вид,санат,көрсеткіш',
  value: '人数,数量,数值,人次,车次,辆次,值,count,value,number,quantity,количество,число,значение,саны,мәні',
  total: '合计,总计,总数,总和,小计,总人数,total,sum,grand total,всего,итого,сумма,барлығы,жиыны,қорытынды',
  state: '状态,state,status,состояние,статус,күйі,мәртебе',
  source: '来源,数据来源,填报单位,source,data source,источник,дереккөз',
  provisional: '暂定,初步,是否暂定,provisional,preliminary,предварительно,предварительные,алдын ала',
})

export const directionWords = keyed<Direction>({
  entry:
    '入境,入,进境,进,入关,进口,entry,entries,in,inbound,arrival,arrivals,incoming,import,въезд,въехало,прибытие,прибыло,ввоз,вход,кіру,келу,кірді',
  exit: '出境,出,离境,出关,出口,exit,exits,out,outbound,departure,departures,outgoing,export,выезд,выехало,убытие,убыло,вывоз,выход,шығу,кету,шықты',
})

export const unitWords = keyed<Unit>({
  persons:
    '人,人数,人次,人员,旅客,旅客人数,persons,people,passengers,travellers,человек,лиц,люди,пассажиров,адам,жолаушы',
  vehicles: '车,车辆,车次,辆,辆次,交通工具,vehicles,cars,транспорт,транспортных средств,автомобилей,көлік',
  trains: '列,列车,列次,trains,поездов,поезда,пойыз',
  containers: '箱,集装箱,标箱,containers,контейнеров,контейнеры,контейнер',
})

/** What stands in a cell of counts instead of a number. */
export const cellWords = keyed<'notReported' | 'closed' | 'notApplicable'>({
  notReported: '未报,无数据,缺,缺报,no data,not reported,нет данных,дерек жоқ',
  closed: '停,停关,停航,停运,闭关,关闭,休,closed,закрыто,закрыт,не работает,жабық',
  notApplicable: '不适用,无此项,na,not applicable,неприменимо,қолданылмайды',
})

/** Signs that a cell has where nothing was reported; they are no words. */
export const emptySigns = ['-', '–', '—', '--', '…', '...', '/']
