import type { SeasonSetting } from '../../../shared/contract/calendar-settings.ts'
import { spansText, type TimeSpan } from '../../lib/times.ts'
import type { Words } from '../../lib/use-words.ts'

type Hours = SeasonSetting['hours']

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

/** A date of that weekday, 1 Monday … 7 Sunday, to name it by. */
export const dateOfWeekday = (weekday: number): string => `2024-01-0${weekday}`

/** The hours of each weekday as they stand in its field, Monday first; a day without any is closed. */
export function textsByDay(hours: Hours): string[] {
  return weekdays.map((weekday) =>
    spansText(
      hours
        .filter((each) => each.weekdays.includes(weekday))
        .map(({ opens, closes }) => ({ from: opens, to: closes }))
        .sort((a, b) => a.from.localeCompare(b.from)),
    ),
  )
}

/** What the fields say, as the command takes it: weekdays of the same hours together. */
export function hoursOfDays(days: readonly (readonly TimeSpan[])[]): Hours {
  const bySpan = new Map<string, Hours[number]>()
  for (const [index, spans] of days.entries()) {
    for (const { from, to } of spans) {
      const known = bySpan.get(`${from} ${to}`) ?? { weekdays: [], opens: from, closes: to }
      known.weekdays.push(index + 1)
      bySpan.set(`${from} ${to}`, known)
    }
  }
  return [...bySpan.values()]
}

/** `daily 10:00–20:00`, or `Mon–Fri 10:00–20:00; Sat–Sun closed`. */
export function hoursWords({ t }: Words, hours: Hours, nameOfDay: (weekday: number) => string): string {
  const days = textsByDay(hours)
  const runs: { first: number; last: number; text: string }[] = []
  for (const [index, text] of days.entries()) {
    const run = runs.at(-1)
    if (run && run.text === text) run.last = index + 1
    else runs.push({ first: index + 1, last: index + 1, text })
  }
  const words = runs.map(({ first, last, text }) => {
    const hoursOfRun = text === '' ? t('sheet.closed') : text
    if (first === 1 && last === 7) return t('settings.hours.daily', { hours: hoursOfRun })
    const day =
      first === last
        ? nameOfDay(first)
        : t('settings.hours.days', { first: nameOfDay(first), last: nameOfDay(last) })
    return t('settings.hours.day', { day, hours: hoursOfRun })
  })
  return words.join(t('settings.hours.between'))
}
