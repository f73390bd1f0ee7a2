import type { GroupSetting } from '../../../../shared/contract/trade-settings.ts'
import { parseTypedDate, plainDigits } from '../../../lib/days.ts'

type Prefix = GroupSetting['prefixes'][number]

/** Prefixes as one line of text: `03, 1604, 870380 2022-01-01–, 842481 –2016-12-31`. */
export function prefixesText(prefixes: readonly Prefix[]): string {
  return prefixes
    .map(({ prefix, from, to }) =>
      from === null && to === null ? prefix : `${prefix} ${from ?? ''}–${to ?? ''}`,
    )
    .join(', ')
}

const written = /^(?<digits>\d[\d.]*)(?:\s+(?<from>[\d-]*?)\s*[–—~]\s*(?<to>[\d-]*))?$/

/** Reads such a line. @returns the prefixes, or the first part that is none */
export function parsePrefixes(text: string, today: string): { prefixes: Prefix[] } | { wrong: string } {
  const prefixes: Prefix[] = []
  for (const part of plainDigits(text).split(/[,;、\n]/)) {
    const typed = part.trim()
    if (typed === '') continue
    const { digits, from, to } = written.exec(typed)?.groups ?? {}
    const prefix = digits?.replaceAll('.', '') ?? ''
    const dates = [from, to].map((date) => (date ? parseTypedDate(date, today) : null))
    const isWrong = !/^\d{2,10}$/.test(prefix) || (from && !dates[0]) || (to && !dates[1])
    if (isWrong) return { wrong: typed }
    prefixes.push({ prefix, from: dates[0] ?? null, to: dates[1] ?? null })
  }
  return { prefixes }
}
