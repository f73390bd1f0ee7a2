import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorReport } from '../../shared/errors.ts'
import { formatDateWithWeekday, formatDayAndMonth, formatNumber } from '../../shared/format.ts'
import { nameIn } from '../../shared/languages/names.ts'
import { fieldWords, tradeDetails, tradeRefusals } from '../../shared/trade/refusal-words.ts'
import type { Language, Names } from '../../shared/words.ts'
import { textsIn } from './spoken-texts.ts'

/** Everything that is written in the reader's language. */
export interface Words {
  language: Language
  t: TFunction<'texts'>
  number(value: number): string
  dateWithWeekday(date: string): string
  dayAndMonth(date: string): string
  name(names: Names): string
  error(report: ErrorReport): string
}

export function useWords(): Words {
  const { t, i18n } = useTranslation()
  const language = i18n.language as Language
  return useMemo(() => wordsIn(language, t), [t, language])
}

/** The same outside of a component, and in another language than the window's. */
export function wordsIn(language: Language, t: Words['t']): Words {
  return {
    language,
    t,
    number: (value) => formatNumber(value, language),
    dateWithWeekday: (date) => formatDateWithWeekday(date, language),
    dayAndMonth: (date) => formatDayAndMonth(date, language),
    name: (names) => nameIn(names, language),
    error: (report) => errorWords(report, language, t),
  }
}

function errorWords(report: ErrorReport, language: Language, t: Words['t']): string {
  const { code, details } = report
  if (tradeRefusals.has(code))
    return t(`errors.${code}`, tradeDetails(report, language, textsIn(language).trade))
  const field =
    code === 'invalid-input' ? fieldWords(String(details.field ?? ''), textsIn(language).trade) : null
  return field === null ? t(`errors.${code}`, details) : t('trade.invalid', { field })
}
