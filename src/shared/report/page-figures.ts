import type { CrossingsReport } from '../contract/reports.ts'
import { formatDate } from '../format.ts'
import { texts } from '../languages/index.ts'
import type { Language, Total } from '../words.ts'
import { fill } from './fill.ts'
import type { BaseColumn } from './page-bases.ts'
import { baseCell, changeCell, numberCell, type PageCell } from './page-cell.ts'
import { sumOf } from './page-groups.ts'

/** A large number at the head of the page. */
export interface PageFigure {
  label: string
  cell: PageCell
  /** Its base and the change, or when it was. */
  note: string | null
}

/** Passengers together and by direction, and the other totals that the place counts. */
export function pageFigures(
  report: CrossingsReport,
  columns: readonly BaseColumn[],
  language: Language,
): PageFigure[] {
  const words = texts[language].report
  const compared = columns.findLast(({ kind, base }) =>
    columns.some((other) => other.base === 'sameWeekdayLastWeek')
      ? kind === 'base' && base === 'sameWeekdayLastWeek'
      : kind === 'base',
  )
  const figure = (code: Total, direction: 'entry' | 'exit' | 'both', label: string): PageFigure[] => {
    const flow = sumOf(report, code, direction)
    if (!flow) return []
    const base = flow.bases.find((each) => each.base === compared?.base)
    const values = base && {
      base: compared?.name ?? '',
      value: baseCell(base, language).text,
      change: base.incomplete ? words.incomplete : changeCell(base.change, language).text,
    }
    const note =
      values && fill(base.change === null && !base.incomplete ? words.besideBase : words.besideChange, values)
    return [{ label, cell: numberCell(flow.count, language, flow.state), note: note ?? null }]
  }
  return [
    ...figure('passengers', 'both', words.keys.passengers),
    ...figure('passengers', 'entry', words.keys.entry),
    ...figure('passengers', 'exit', words.keys.exit),
    ...figure('vehicles', 'both', words.keys.vehicles),
    ...figure('trains', 'both', words.keys.trains),
    ...figure('containers', 'both', words.keys.containers),
  ]
}

/** The busiest hour or day; null where none is known. */
export function peakFigure({ peak }: CrossingsReport, language: Language): PageFigure | null {
  if (!peak) return null
  return {
    label: peakName(peak, language),
    cell: numberCell(peak.passengers, language),
    note: formatDate(peak.date, language),
  }
}

/** What the peak is: the hour with its times, or the day. */
export function peakName(peak: NonNullable<CrossingsReport['peak']>, language: Language): string {
  const words = texts[language].report
  if (peak.hour === null) return words.peakDay
  const hour = (at: number) => `${String(at).padStart(2, '0')}:00`
  return fill(words.peakHour, { from: hour(peak.hour), to: hour(peak.hour + 1) })
}
