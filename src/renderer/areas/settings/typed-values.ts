import type { Language, Names } from '../../../shared/words.ts'
import { parseTypedDate } from '../../lib/days.ts'
import { shortened } from '../../lib/shortened.ts'
import { parseTypedTime } from '../../lib/times.ts'
import type { Problems } from './drafts.ts'

/** Names as they stand in the fields: a language without one is empty or left out. */
export type TypedNames = Partial<Record<Language, string>>

/** A date as a field shows it; an open end is empty. */
export const dateText = (date: string | null): string => date ?? ''

/** Reads the fields of one form, and gathers what cannot be read, field by field. */
export function createReader(today: string) {
  const problems: Problems = {}
  return {
    problems,
    get refused(): boolean {
      return Object.keys(problems).length > 0
    },
    /** A date, or null where the field is empty. */
    openDate(field: string, text: string): string | null {
      return text.trim() === '' ? null : this.date(field, text)
    },
    date(field: string, text: string): string {
      const date = parseTypedDate(text, today)
      if (date !== null) return date
      problems[field] = ({ t }) =>
        text.trim() === '' ? t('settings.needed') : t('sheet.dateRefused', { text: shortened(text) })
      return ''
    },
    openTime(field: string, text: string): string | null {
      return text.trim() === '' ? null : this.time(field, text)
    },
    time(field: string, text: string): string {
      const time = parseTypedTime(text)
      if (time !== null) return time
      problems[field] = ({ t }) =>
        text.trim() === '' ? t('settings.needed') : t('settings.timeRefused', { text: shortened(text) })
      return ''
    },
    names(field: string, typed: TypedNames): Names {
      const names = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''))
      if (Object.keys(names).length === 0) problems[field] = ({ t }) => t('errors.name-empty')
      return names
    },
  }
}
