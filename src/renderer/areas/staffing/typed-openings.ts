import type { Duty } from '../../../shared/contract/staffing.ts'
import type { Span } from '../../../shared/staffing/spans.ts'
import { mostHeads } from '../../../shared/staffing/staffing-words.ts'
import { clockOf, clockSpan, minuteOfClock } from '../../lib/clock.ts'
import { plainDigits } from '../../lib/days.ts'
import { parseTypedTime } from '../../lib/times.ts'
import type { Words } from '../../lib/use-words.ts'

/** What is typed of openings, as one types it; minutes count from 00:00 of the board's date. */

const minutesInDay = 1440
const dash = /\s*(?:-|–|—|−|~|至|到)\s*/

/** A clock time as a minute of the span: after midnight where the span goes on past it and the time lies before its start. */
function minuteWithin(time: string, { from, to }: Span): number {
  const minute = minuteOfClock(time)
  return minute < from && minute + minutesInDay <= to ? minute + minutesInDay : minute
}

/**
 * Reads `09:00–13:30`, `9-13:30`, `０９：００－１３：３０`, `0900-1330`, and `9:00-` or `9:00` for one that has no end yet.
 * @param span the minutes of the shift
 * @returns null where it is no time
 */
export function readTimes(
  text: string,
  span: Span,
): { startsMinute: number; endsMinute: number | null } | null {
  const [first = '', second = '', ...rest] = plainDigits(text).trim().split(dash)
  const from = parseTypedTime(first)
  const to = second === '' ? null : parseTypedTime(second)
  if (from === null || rest.length > 0 || (second !== '' && to === null)) return null
  const startsMinute = minuteWithin(from, span)
  if (to === null) return { startsMinute, endsMinute: null }
  const end = minuteWithin(to, span)
  // 00:00 as an end is the end of the day; past a night's end it is the morning after, which the book says is outside.
  const isDayAfter =
    (end === 0 && startsMinute > 0) || (end <= startsMinute && end < span.from && span.to > minutesInDay)
  return { startsMinute, endsMinute: isDayAfter ? end + minutesInDay : end }
}

/** `09:00–13:30`, as it is read again. */
export const timesText = ({
  startsMinute,
  endsMinute,
}: {
  startsMinute: number
  endsMinute: number | null
}): string => clockSpan(startsMinute, endsMinute)

/** Reads a number of people; nothing typed is *not said*. Undefined where it is none. */
export function readHeads(text: string): number | null | undefined {
  const plain = plainDigits(text).trim()
  if (plain === '') return null
  if (!/^\d{1,2}$/.test(plain)) return undefined
  const heads = Number(plain)
  return heads <= mostHeads ? heads : undefined
}

const times = /\d{1,2}[:.时]\d{2}|\d{1,2}时/g
/** What makes a single time the end of a duty and not its beginning. */
const untilBefore = /(?:^|\s)(?:until|till|to|до|至|到|-|–|—|~)\s*$/i
const untilAfter = /^\s*(?:дейін|止|前)/i

/**
 * Reads `0231, 0244 from 12:00`, `0231 –12:00, 0244 12:00–` or `0231，0244 12:00起`: officers by staff number, each with the
 * time from or until which they are there, or both; without one for the whole opening.
 * @returns null where a part of it is no officer
 */
export function readDuties(
  text: string,
  opening: { startsMinute: number; endsMinute: number | null },
  span: Span,
): Duty[] | null {
  const parts = plainDigits(text)
    .split(/[,;、，；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const duties: Duty[] = []
  for (const part of parts) {
    const [officer] = /^[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,22}[\p{L}\p{N}])?(?=$|[\s(])/u.exec(part) ?? []
    if (officer === undefined) return null
    const rest = part.slice(officer.length)
    const found = [...rest.matchAll(times)].map((match) => ({
      at: match.index,
      text: match[0],
      time: parseTypedTime(match[0]),
    }))
    if (found.some(({ time }) => time === null) || found.length > 2) return null
    const [first, second] = found.map(({ time }) => minuteWithin(time as string, span))
    const duty = { officer, role: 'inspector' as const, startsMinute: opening.startsMinute, endsMinute: null }
    if (first === undefined) {
      if (rest.trim() !== '') return null
      duties.push(duty)
      continue
    }
    if (second !== undefined) {
      duties.push({ ...duty, startsMinute: first, endsMinute: second })
      continue
    }
    const [one] = found
    const before = rest.slice(0, one?.at ?? 0)
    const after = rest.slice((one?.at ?? 0) + (one?.text.length ?? 0))
    const isEnd = untilBefore.test(before) || untilAfter.test(after)
    duties.push(isEnd ? { ...duty, endsMinute: first } : { ...duty, startsMinute: first })
  }
  return duties
}

/** Officers as one types them, in the reader's words: `0231, 0244 from 12:00`. */
export function dutiesText(
  { t }: Pick<Words, 't'>,
  duties: readonly Duty[],
  opening: { startsMinute: number; endsMinute: number | null },
): string {
  return duties
    .map(({ officer, startsMinute, endsMinute }) => {
      const from = startsMinute > opening.startsMinute ? clockOf(startsMinute) : null
      const to = endsMinute !== null && endsMinute !== opening.endsMinute ? clockOf(endsMinute, true) : null
      if (from !== null && to !== null) return t('board.dutySpan', { officer, from, to })
      if (from !== null) return t('board.dutyFrom', { officer, from })
      return to === null ? officer : t('board.dutyTo', { officer, to })
    })
    .join(', ')
}
