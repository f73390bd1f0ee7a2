import type { Language } from './words.ts'

/**
 * Numbers, dates and times in the four languages, the same on every engine: Chromium has no Kazakh data and
 * would print "1,234.5" and "2024 M08 31", so Kazakh has its own here (CLDR 48). Names of months and weekdays
 * come from `Intl`; their order is ours, since engines differ in it.
 */

const noBreakSpace = '\u00a0'

const kazakh = {
  months: [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
  shortMonths: [
    'қаң.',
    'ақп.',
    'нау.',
    'сәу.',
    'мам.',
    'мау.',
    'шіл.',
    'там.',
    'қыр.',
    'қаз.',
    'қар.',
    'жел.',
  ],
  weekdays: ['жексенбі', 'дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі'],
  shortWeekdays: ['жс', 'дс', 'сс', 'ср', 'бс', 'жм', 'сб'],
}

interface DateNames {
  year: number
  month: string
  day: number
  weekday: string
}

type DateOrder = (names: DateNames) => string

const datesWithWeekday: Record<Language, DateOrder> = {
  'zh-CN': ({ year, month, day, weekday }) => `${year}年${month}月${day}日 ${weekday}`,
  en: ({ year, month, day, weekday }) => `${weekday} ${day} ${month} ${year}`,
  ru: ({ year, month, day, weekday }) => `${weekday}, ${day} ${month} ${year} г.`,
  kk: ({ year, month, day, weekday }) => `${year} ж. ${day} ${month}, ${weekday}`,
}
const datesWithYear: Record<Language, DateOrder> = {
  'zh-CN': ({ year, month, day }) => `${year}年${month}月${day}日`,
  en: ({ year, month, day }) => `${day} ${month} ${year}`,
  ru: ({ year, month, day }) => `${day} ${month} ${year} г.`,
  kk: ({ year, month, day }) => `${year} ж. ${day} ${month}`,
}
const datesInYear: Record<Language, DateOrder> = {
  'zh-CN': ({ month, day }) => `${month}月${day}日`,
  en: ({ month, day }) => `${day} ${month}`,
  ru: ({ month, day }) => `${day} ${month}`,
  kk: ({ month, day }) => `${day} ${month}`,
}
const monthsWithYear: Record<Language, (year: number, month: string) => string> = {
  'zh-CN': (year, month) => `${year}年${month}月`,
  en: (year, month) => `${month} ${year}`,
  ru: (year, month) => `${month} ${year} г.`,
  kk: (year, month) => `${year} ж. ${month}`,
}

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

function cached<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(
  key: string,
  make: () => Format,
): Format {
  const known = cache.get(key) as Format | undefined
  if (known) return known
  const made = make()
  cache.set(key, made)
  return made
}

/** The language whose `Intl` data is asked: Kazakh numbers are English ones with other separators. */
const dataOf = (language: Language): string => (language === 'kk' || language === 'en' ? 'en-US' : language)

function number(value: number, language: Language, options: Intl.NumberFormatOptions): string {
  const locale = dataOf(language)
  const text = cached(
    `n ${locale} ${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(locale, options),
  ).format(value)
  if (language !== 'kk') return text
  return text.replace(/[,.]/g, (separator) => (separator === ',' ? noBreakSpace : ','))
}

/** A number with grouped thousands, rounded to `digits` decimals at most. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  return number(value, language, { maximumFractionDigits: digits })
}

/** A whole difference with its sign, of nothing without one: `+5`, `−1`, `0`. */
export function formatDifference(value: number, language: Language): string {
  return number(value, language, { maximumFractionDigits: 0, signDisplay: 'exceptZero' }).replace('-', '−')
}

/** A number with exactly so many decimals, so that a column of them lines up. */
export function formatDecimal(value: number, language: Language, digits = 1): string {
  return number(value, language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** A ratio as per cent with one decimal, so that a column of them lines up: 1.941 → 194.1%. `signed` writes the plus of a growth. */
export function formatPercent(ratio: number, language: Language, options: { signed?: boolean } = {}): string {
  return number(ratio, language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: options.signed ? 'exceptZero' : 'auto',
  })
}

/** The parts of `2024-08-31` or, for a month, `2024-08`. */
function partsOf(date: string): { year: number; month: number; day: number; weekday: number; at: Date } {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, day)
  return { year, month, day, weekday: at.getUTCDay(), at }
}

type Length = 'long' | 'short'

/** Weekday of an ISO date: `Sat` or `Saturday`. */
export function formatWeekday(date: string, language: Language, length: Length = 'short'): string {
  const { weekday, at } = partsOf(date)
  if (language === 'kk') return (length === 'long' ? kazakh.weekdays : kazakh.shortWeekdays)[weekday] ?? ''
  const locale = dataOf(language)
  return cached(
    `w ${locale} ${length}`,
    () => new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }),
  ).format(at)
}

/** The month's name in the form it has beside a day: `августа`, not `август`. Chinese has its number. */
function monthName(date: string, language: Language, length: Length): string {
  const { month, at } = partsOf(date)
  if (language === 'zh-CN') return String(month)
  if (language === 'kk') return (length === 'long' ? kazakh.months : kazakh.shortMonths)[month - 1] ?? ''
  const locale = dataOf(language)
  const parts = cached(
    `d ${locale} ${length}`,
    () => new Intl.DateTimeFormat(locale, { day: 'numeric', month: length, timeZone: 'UTC' }),
  ).formatToParts(at)
  return parts.find((part) => part.type === 'month')?.value ?? ''
}

function date(iso: string, language: Language, length: Length, order: Record<Language, DateOrder>): string {
  const { year, day } = partsOf(iso)
  const month = monthName(iso, language, length)
  return order[language]({ year, month, day, weekday: formatWeekday(iso, language, length) })
}

/** `Sat 31 Aug 2024`, 2024年8月31日 周六; long with full names. */
export function formatDateWithWeekday(iso: string, language: Language, length: Length = 'short'): string {
  return date(iso, language, length, datesWithWeekday)
}

/** `31 Aug 2024`. */
export function formatDate(iso: string, language: Language, length: Length = 'short'): string {
  return date(iso, language, length, datesWithYear)
}

/** `31 Aug`, where the year is known. */
export function formatDayAndMonth(iso: string, language: Language, length: Length = 'short'): string {
  return date(iso, language, length, datesInYear)
}

/** `August 2024` of `2024-08`. */
export function formatMonth(month: string, language: Language): string {
  const { year, at } = partsOf(month)
  if (language === 'kk' || language === 'zh-CN')
    return monthsWithYear[language](year, monthName(month, language, 'long'))
  const locale = dataOf(language)
  const name = cached(
    `m ${locale}`,
    () => new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }),
  ).format(at)
  return monthsWithYear[language](year, name)
}

function inZone(atMs: number, zone: string): Record<string, string> {
  const format = cached(
    `t ${zone}`,
    () =>
      new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
      }),
  )
  return Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, value]))
}

/** `14:02:07` of an instant in the port's zone; all four languages write the clock alike. */
export function formatTime(atMs: number, zone: string, precision: 'minutes' | 'seconds' = 'seconds'): string {
  const { hour, minute, second } = inZone(atMs, zone)
  return precision === 'seconds' ? `${hour}:${minute}:${second}` : `${hour}:${minute}`
}

/** The local ISO date of an instant. */
export function localDateOf(atMs: number, zone: string): string {
  const { year = '', month, day } = inZone(atMs, zone)
  return `${year.padStart(4, '0')}-${month}-${day}`
}

/** `10–15` of full hours, else `10:30–15:00`. */
export function formatTimeSpan(from: string, to: string): string {
  const full = from.endsWith(':00') && to.endsWith(':00')
  return full ? `${from.slice(0, 2)}–${to.slice(0, 2)}` : `${from}–${to}`
}

/** Every formatter by name, so that a test can ask two engines the same. */
export const formatters = {
  formatNumber,
  formatDecimal,
  formatPercent,
  formatWeekday,
  formatDateWithWeekday,
  formatDate,
  formatDayAndMonth,
  formatMonth,
  formatTime,
  localDateOf,
  formatTimeSpan,
}
