import type { ComparedFigure, CrossingsReport } from '../../../shared/contract/reports.ts'
import { texts } from '../../../shared/languages/index.ts'
import { nameIn } from '../../../shared/languages/names.ts'
import { numberCell } from '../../../shared/report/page-cell.ts'
import type { Language, Total } from '../../../shared/words.ts'

/** A line or total of one place in one direction, or both, beside one of its bases. */
export interface ComparedRow {
  place: string
  code: string
  name: string
  direction: string
  unit: string
  count: number | null
  base: string
  /** Dates of the base. */
  from: string
  to: string
  value: number | null
  /** Why the base is no number, or that it is incomplete; null where nothing is to be said. */
  state: string | null
  /** A ratio; null is n/a. */
  change: number | null
}

/** The comparisons of every line and total of the report and of its checkpoints. */
export function comparedRows(report: CrossingsReport, language: Language): ComparedRow[] {
  const words = texts[language]
  const spans = new Map(report.comparisons.map(({ base, from, to }) => [base as string, { from, to }]))
  const names = new Map(report.lines.map((line) => [line.code, nameIn(line.names, language)]))
  const nameOf = ({ kind, code }: ComparedFigure) =>
    kind === 'line' ? (names.get(code) ?? code) : words.totals[code as Total]
  const rowsOf = (place: string, compared: readonly ComparedFigure[]): ComparedRow[] =>
    compared.flatMap((figure) =>
      figure.bases.map(({ base, value, state, incomplete, change }) => ({
        place,
        code: figure.code,
        name: nameOf(figure),
        direction: figure.direction === 'both' ? words.sheet.both : words.directions[figure.direction],
        unit: words.units[figure.unit],
        count: figure.count,
        base: words.report.bases[base],
        from: spans.get(base)?.from ?? '',
        to: spans.get(base)?.to ?? '',
        value,
        state: stateWord(value, state, incomplete, language),
        change,
      })),
    )
  const place = report.checkpoint ? nameIn(report.checkpoint.names, language) : words.report.port
  return [
    ...rowsOf(place, report.compared),
    ...(report.byCheckpoint ?? []).flatMap((part) => rowsOf(nameIn(part.names, language), part.compared)),
  ]
}

function stateWord(
  value: number | null,
  state: ComparedFigure['bases'][number]['state'],
  incomplete: boolean,
  language: Language,
): string | null {
  if (incomplete) return texts[language].report.incomplete
  return value === null ? numberCell(null, language, state).text : null
}
