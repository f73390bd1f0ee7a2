import { isDate } from '../dates.ts'
import type { ErrorDetails, ErrorReport } from '../errors.ts'
import { formatDate, formatNumber } from '../format.ts'
import type { Texts } from '../languages/index.ts'
import { nameIn } from '../languages/names.ts'
import type { Language, Names } from '../words.ts'
import { formatExact } from './format-exact.ts'

/** What a refusal of trade says, in the reader's words: fields by their names, weights in kilograms, dates, names. */

type TradeTexts = Texts['trade']

/**
 * The name of a field by its path in a record, such as `items.2.netGrams`: item 3, net weight.
 * @param words texts of trade in the reader's language
 * @returns null for a path that has no field of trade
 */
export function fieldWords(path: string, words: TradeTexts): string | null {
  const segments = path.split('.')
  const at = segments.findIndex(
    (segment, index) =>
      (segment === 'items' || segment === 'vehicles') && /^\d+$/.test(segments[index + 1] ?? ''),
  )
  const own = segments.slice(at < 0 ? 0 : at + 2)
  const first = own.find((segment) => Object.hasOwn(words.fields, segment))
  // Of a quantity's unit the unit is named, not the quantity.
  const unit = first === 'secondQuantity' ? 'secondUnit' : 'unit'
  const name = own.length > 1 && own.at(-1) === 'unit' ? unit : first
  if (name === undefined) return at < 0 ? null : placed(words, segments, at, null)
  const field = words.fields[name as keyof TradeTexts['fields']]
  return at < 0 ? field : placed(words, segments, at, field)
}

function placed(words: TradeTexts, segments: readonly string[], at: number, field: string | null): string {
  const number = String(Number(segments[at + 1]) + 1)
  const list = segments[at] === 'items' ? 'items' : 'vehicles'
  const text = list === 'items' ? words.inItem : words.inVehicle
  return text.replace('{{number}}', number).replace('{{field}}', field ?? words.fields[list])
}

/**
 * The details of a refusal as its text takes them; those of other refusals are left as they are.
 * @param words texts of trade in that language
 */
export function tradeDetails({ details }: ErrorReport, language: Language, words: TradeTexts): ErrorDetails {
  const said: ErrorDetails = { ...details }
  const field = typeof details.field === 'string' ? fieldWords(details.field, words) : null
  if (field !== null) said.field = field
  for (const name of ['net', 'gross'] as const) {
    const grams = details[name]
    if (typeof grams === 'number') said[name] = `${formatExact(grams, 3, language)} ${words.units.kg}`
  }
  for (const name of ['value', 'usual'] as const) {
    const amount = details[name]
    if (typeof amount === 'number' && details.currency !== undefined) {
      said[name] = `${formatNumber(amount, language, amount < 1 ? 4 : 2)} ${details.currency}`
    }
  }
  for (const name of ['date', 'last'] as const) {
    const date = details[name]
    if (typeof date === 'string' && isDate(date)) said[name] = formatDate(date, language)
  }
  if (typeof details.state === 'string' && Object.hasOwn(words.states, details.state)) {
    said.state = words.states[details.state as keyof TradeTexts['states']]
  }
  if (typeof details.direction === 'string' && Object.hasOwn(words.directions, details.direction)) {
    said.direction = words.directions[details.direction as keyof TradeTexts['directions']]
  }
  if (typeof details.groupNames === 'string') {
    said.group = nameIn(JSON.parse(details.groupNames) as Names, language)
  }
  if (typeof details.qualifiedNames === 'string') {
    const names = (JSON.parse(details.qualifiedNames) as Names[]).map((each) => nameIn(each, language))
    said.qualified = names.length === 0 ? '—' : names.join(language === 'zh-CN' ? '、' : ', ')
  }
  return said
}

/** Codes of refusals whose texts take the details of trade. */
export const tradeRefusals: ReadonlySet<string> = new Set([
  ...['field-missing', 'field-empty', 'field-too-long', 'field-unreadable', 'amount-impossible'],
  ...['number-impossible', 'plate-impossible', 'hs-code-impossible', 'trade-code-impossible'],
  ...['country-unknown', 'currency-unknown', 'unit-unknown', 'declaration-state-impossible'],
  ...[
    'events-impossible',
    'date-after-registration',
    'state-date-early',
    'number-taken',
    'net-exceeds-gross',
    'items-exceed-gross',
  ],
  ...[
    'hs-code-unknown',
    'hs-chapter-unknown',
    'quantity-not-whole',
    'value-unusual',
    'same-load',
    'unit-unusual',
  ],
  'not-qualified',
])
