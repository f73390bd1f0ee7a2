import { wordKey } from '../import/heading-words.ts'
import { unitOfWord } from '../tariff/unit-words.ts'
import { languages } from '../words.ts'
import { countries } from './countries.ts'
import { currencies } from './currencies.ts'
import type { TradeDirection, TransportMode } from './trade-words.ts'

/** What stands in the cells of customs systems where the book has a code, in the four languages; see `wordKey`. */

const keyed = <Value extends string>(words: Record<Value, string>): ReadonlyMap<string, Value> =>
  new Map(
    (Object.entries(words) as [Value, string][]).flatMap(([value, list]) =>
      list.split(',').map((word): [string, Value] => [wordKey(word), value]),
    ),
  )

const directions = keyed<TradeDirection>({
  import: 'import,imports,imp,i,im,进口,进,импорт,ввоз,им,кіріс,импорттау',
  export: 'export,exports,exp,e,ex,出口,出,экспорт,вывоз,эк,шығыс,экспорттау',
})

/** With the codes of China's customs (one digit) and of the Eurasian Economic Union (two). */
const transportModes = keyed<TransportMode>({
  road: 'road,truck,4,30,31,32,公路,公路运输,汽车,汽车运输,автомобильный,автодорожный,авто,автомобиль,автокөлік',
  rail: 'rail,railway,train,3,20,铁路,铁路运输,железнодорожный,жд,жел дор,теміржол',
  air: 'air,5,40,航空,航空运输,空运,воздушный,авиа,әуе',
  water: 'water,sea,2,10,80,水路,水路运输,海运,江海运输,морской,речной,водный,су,теңіз',
  mail: 'mail,post,6,50,邮件,邮件运输,邮递,почтовый,почта,пошта',
  fixed: 'fixed,pipeline,g,70,71,72,固定设施,固定设施运输,管道,管道运输,трубопровод,стационарный,құбыр',
  'self-propelled': 'self-propelled,own power,90,自行,自驾,своим ходом,самоход,өз жүрісімен',
  other: 'other,9,99,其他,其他运输,其它,прочий,прочее,басқа',
})

/** Customs procedures that Chinese land ports know by their names. */
const tradeModes = keyed({
  '0110': '一般贸易,general trade',
  '4019': '边境小额,边境小额贸易,边境小额（边民互市贸易除外）,small border trade,border trade',
  '1039': '市场采购,市场采购贸易',
  '0139': '旅游购物,旅游购物商品',
  '0214': '来料加工',
  '0615': '进料对口,进料加工,进料加工对口',
})

/** ISO 3166-1 alpha-3, in the order of `countries`: China's customs uses them. */
const alpha3 = `
AND ARE AFG ATG AIA ALB ARM AGO ATA ARG ASM AUT AUS ABW ALA AZE BIH BRB BGD BEL BFA BGR BHR BDI BEN BLM BMU BRN BOL
BES BRA BHS BTN BVT BWA BLR BLZ CAN CCK COD CAF COG CHE CIV COK CHL CMR CHN COL CRI CUB CPV CUW CXR CYP CZE DEU DJI
DNK DMA DOM DZA ECU EST EGY ESH ERI ESP ETH FIN FJI FLK FSM FRO FRA GAB GBR GRD GEO GUF GGY GHA GIB GRL GMB GIN GLP
GNQ GRC SGS GTM GUM GNB GUY HKG HMD HND HRV HTI HUN IDN IRL ISR IMN IND IOT IRQ IRN ISL ITA JEY JAM JOR JPN KEN KGZ
KHM KIR COM KNA PRK KOR KWT CYM KAZ LAO LBN LCA LIE LKA LBR LSO LTU LUX LVA LBY MAR MCO MDA MNE MAF MDG MHL MKD MLI
MMR MNG MAC MNP MTQ MRT MSR MLT MUS MDV MWI MEX MYS MOZ NAM NCL NER NFK NGA NIC NLD NOR NPL NRU NIU NZL OMN PAN PER
PYF PNG PHL PAK POL SPM PCN PRI PSE PRT PLW PRY QAT REU ROU SRB RUS RWA SAU SLB SYC SDN SWE SGP SHN SVN SJM SVK SLE
SMR SEN SOM SUR SSD STP SLV SXM SYR SWZ TCA TCD ATF TGO THA TJK TKL TLS TKM TUN TON TUR TTO TUV TWN TZA UKR UGA UMI
USA URY UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM XKX YEM MYT ZAF ZMB ZWE`
  .trim()
  .split(/\s+/)

/** Names of the four languages, as `Intl` has them, of countries or of currencies. */
function named(codes: readonly string[], type: 'region' | 'currency'): [string, string][] {
  return languages.flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type, fallback: 'none' })
    return codes.flatMap((code): [string, string][] => {
      const name = names.of(code)
      return name === undefined ? [] : [[wordKey(name), code]]
    })
  })
}

/** Made when it is first asked for: a few milliseconds that opening a book need not wait for. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}

const countryWords = once(
  () =>
    new Map([
      ...named(countries, 'region'),
      ...alpha3.map((code, at): [string, string] => [wordKey(code), countries[at] ?? '']),
      ...countries.map((code): [string, string] => [wordKey(code), code]),
    ]),
)
const currencyWords = once(
  () =>
    new Map([
      ...named(currencies, 'currency'),
      ...Object.entries({
        人民币元: 'CNY',
        rmb: 'CNY',
        坚戈: 'KZT',
        卢布: 'RUB',
        тенге: 'KZT',
        теңге: 'KZT',
        рубль: 'RUB',
      }),
      ...currencies.map((code): [string, string] => [wordKey(code), code]),
    ]),
)

export const directionOfWord = (word: string): TradeDirection | undefined => directions.get(wordKey(word))
export const transportModeOfWord = (word: string): TransportMode | undefined =>
  inParts(word, (part) => transportModes.get(wordKey(part)))
export const tradeModeOfWord = (word: string): string | undefined =>
  inParts(word, (part) => tradeModes.get(wordKey(part)) ?? (/^\d{4}$/.test(part) ? part : undefined))
export const countryOfWord = (word: string): string | undefined =>
  inParts(word, (part) => countryWords().get(wordKey(part)))
export const currencyOfWord = (word: string): string | undefined =>
  inParts(word, (part) => currencyWords().get(wordKey(part)))
export const quantityUnitOfWord = (word: string): string | undefined => unitOfWord(word) ?? undefined

/** Of a whole text, else of one of the parts that brackets cut it into: `哈萨克斯坦(KAZ)`. */
function inParts<Value>(text: string, find: (part: string) => Value | undefined): Value | undefined {
  const whole = find(text.trim())
  if (whole !== undefined) return whole
  for (const part of text.split(/[()（）[\]【】]/u)) {
    const found = part.trim() === '' ? undefined : find(part.trim())
    if (found !== undefined) return found
  }
  return undefined
}
