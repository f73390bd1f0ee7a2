import type { ComparedFigure, CrossingsReport, LineBase } from '../contract/reports.ts'
import { formatDate, formatDayAndMonth, formatMonth, formatWeekday } from '../format.ts'
import { texts } from '../languages/index.ts'
import type { Language } from '../words.ts'
import { fill } from './fill.ts'
import { changeCell, footnoteNumber, numberCell, type PageCell } from './page-cell.ts'
import { yearText } from './period-text.ts'

/** A column beside the figures: a base, or the change from the base to its left. */
export interface BaseColumn {
  kind: 'base' | 'change'
  base: LineBase
  name: string
  /** The dates of the base; null over its change. */
  period: string | null
  /** Said where more belongs to every value of the column than is known; a single one carries a mark. */
  note: string | null
}

/**
 * The columns that a report shows beside its figures. From one shift or day to the one before nobody reckons a change:
 * a morning is no afternoon, and a Sunday no Saturday. A year's period before is its last year.
 */
export function baseColumns(report: CrossingsReport, language: Language): BaseColumn[] {
  const { period, comparisons } = report
  const { kind } = period
  const words = texts[language].report
  const isShort = kind === 'shift' || kind === 'day'
  return comparisons.flatMap(({ base, from, to }): BaseColumn[] => {
    if (base === 'yearToDate' || (kind === 'year' && base === 'previous')) return []
    const name =
      base === 'previous'
        ? words.previousHeads[kind]
        : base === 'lastYear'
          ? words.lastYearHead
          : fill(words.lastWeekHead, { weekday: formatWeekday(from, language) })
    const column = {
      kind: 'base' as const,
      base,
      name,
      period: spanText({ from, to }, period, language),
      note: isIncomplete(report, base) ? words.incomplete : null,
    }
    const change = { kind: 'change' as const, base, name: words.changeHeads[base], period: null, note: null }
    return base === 'previous' && isShort ? [column] : [column, change]
  })
}

/** Whether not one of the values that a base's column shows is all that belongs to it. */
function isIncomplete({ compared, byCheckpoint = [] }: CrossingsReport, base: LineBase): boolean {
  const shown = [compared, ...byCheckpoint.map((part) => part.compared)]
    .flat()
    .filter(({ direction }) => direction === 'both')
    .flatMap(({ bases }) => bases.filter((each) => each.base === base && each.value !== null))
  return shown.length > 0 && shown.every(({ incomplete }) => incomplete)
}

/** What stands beside a figure in each column; that a value is incomplete stands in the head or is a footnote. */
export function besideCells(
  compared: ComparedFigure | undefined,
  columns: readonly BaseColumn[],
  language: Language,
  footnotes: string[],
): PageCell[] {
  return columns.map(({ kind, base, note }) => {
    const at = compared?.bases.find((each) => each.base === base)
    if (kind === 'change') return changeCell(at?.change ?? null, language)
    const cell = numberCell(at?.value ?? null, language, at?.state)
    if (!at?.incomplete || note !== null) return cell
    return { ...cell, mark: footnoteNumber(footnotes, texts[language].report.baseIncompleteNote) }
  })
}

/** The dates of a base as short as they are clear beside those of the report; a span stands in two lines. */
function spanText(
  { from, to }: { from: string; to: string },
  own: CrossingsReport['period'],
  language: Language,
): string {
  if (own.kind === 'month') return formatMonth(from.slice(0, 7), language)
  if (own.kind === 'year') return yearText(from, language)
  const date = (iso: string) =>
    iso.slice(0, 4) === own.from.slice(0, 4) ? formatDayAndMonth(iso, language) : formatDate(iso, language)
  if (from === to) return date(from)
  return fill(texts[language].report.span, { from: date(from), to: `\n${date(to)}` })
}
