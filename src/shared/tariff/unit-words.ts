import { wordKey } from '../import/heading-words.ts'

/** Words for units in tariffs, in the four languages and as the World Customs Organization abbreviates them. */
const words: Readonly<Record<string, string>> = {
  kg: 'kg,kgs,kilogram,kilograms,千克,公斤,кг,килограмм,килограммы',
  g: 'g,gram,grams,克,г,грамм',
  t: 't,ton,tons,tonne,tonnes,吨,т,тонна,тонн',
  carat: 'carat,carats,ct,克拉,карат,кар',
  l: 'l,litre,litres,liter,liters,升,л,литр',
  m3: 'm3,cubic metre,cubic metres,立方米,м3,куб м,текше метр',
  m: 'm,metre,metres,米,м,метр',
  m2: 'm2,square metre,square metres,平方米,м2,кв м,шаршы метр',
  kwh: 'kwh,千瓦时,квтч,кВт·ч',
  piece: 'u,no,nos,number,item,items,piece,pieces,pcs,个,件,台,支,块,条,只,шт,штука,штук,дана',
  vehicle: 'vehicle,vehicles,辆,автомобиль',
  head: 'head,heads,头,匹,гол,голова,голов,бас',
  pair: '2u,pair,pairs,pr,双,副,пар,пара,жұп',
  set: 'set,sets,套,комплект,компл,жинақ',
  dozen: '12u,dozen,dozens,dz,打,дюжина',
  thousand: '1000u,thousand,千个,千支,千块,тысшт,1000шт,мың дана',
}

const known: ReadonlyMap<string, string> = new Map(
  Object.entries(words).flatMap(([unit, list]) => list.split(',').map((word) => [wordKey(word), unit])),
)

/** Words that say that there is no unit. */
const none = new Set(['', '-', '–', '—', '无'])

/** The program's unit for a word of a tariff; null where it means none, undefined where it is not known. */
export function unitOfWord(word: string): string | null | undefined {
  return none.has(word.trim()) ? null : known.get(wordKey(word))
}
