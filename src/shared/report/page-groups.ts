import type { ComparedFigure, CrossingsReport, ReportLine } from '../contract/reports.ts'
import { formatDate, formatMonth, formatNumber } from '../format.ts'
import { texts } from '../languages/index.ts'
import { nameIn } from '../languages/names.ts'
import type { Direction, Language, Total, Unit } from '../words.ts'
import { stateOfSum } from './figure-state.ts'
import { fill } from './fill.ts'
import { type BaseColumn, besideCells } from './page-bases.ts'
import { footnoteNumber, numberCell, type PageCell } from './page-cell.ts'

export interface PageRow {
  kind: 'line' | 'of-which' | 'sum' | 'typed'
  /** The code of a line or total. */
  code: string
  name: string
  entry: PageCell
  exit: PageCell
  both: PageCell
  /** One cell for each column of bases; none beside a typed total. */
  beside: PageCell[]
  /** How the typed total stands to the sum of the lines: that it agrees, or a sentence for each direction. */
  verdicts: string[]
}

/** The lines of one unit with their sums and typed totals. */
export interface PageGroup {
  unit: string
  rows: PageRow[]
}

type Figures = Pick<CrossingsReport, 'passengers' | 'persons' | 'lines' | 'controlTotals' | 'compared'>

const unitOrder = ['persons', 'vehicles', 'trains', 'containers'] as const satisfies readonly Unit[]

/** The figures of one place as rows of a table; what is to be said of a number is added to `footnotes`. */
export function pageGroups(
  figures: Figures,
  columns: readonly BaseColumn[],
  language: Language,
  footnotes: string[],
): PageGroup[] {
  const words = texts[language]
  const beside = (kind: 'line' | 'total', code: string) =>
    besideCells(
      figures.compared.find((each) => each.kind === kind && each.code === code && each.direction === 'both'),
      columns,
      language,
      footnotes,
    )
  return unitOrder.flatMap((unit) => {
    const lines = [
      ...Map.groupBy(
        figures.lines.filter((line) => line.unit === unit),
        ({ code }) => code,
      ),
    ]
    const typed = typedRow(figures, unit, language)
    const rows = [
      ...lines.map(([code, both]) => ({
        ...lineRow(code, both, language, footnotes),
        beside: beside('line', code),
      })),
      ...sumRows(figures, unit, lines.length, language).map((row) => ({
        ...row,
        beside: beside('total', row.code),
      })),
      ...(typed ? [{ ...typed, beside: [] }] : []),
    ]
    return rows.length > 0 ? [{ unit: words.units[unit], rows }] : []
  })
}

type OwnRow = Omit<PageRow, 'beside'>

function lineRow(code: string, both: readonly ReportLine[], language: Language, footnotes: string[]): OwnRow {
  const words = texts[language]
  const of = (direction: Direction) => both.find((line) => line.direction === direction)
  const cell = (direction: Direction): PageCell => {
    const line = of(direction)
    if (!line) return { value: null, text: '—', mark: null, note: null }
    const said = saidOf(line, language)
    const mark = said === null ? null : footnoteNumber(footnotes, said)
    return { ...numberCell(line.count, language, line.state), mark }
  }
  const [first] = both
  const name = first ? nameIn(first.names, language) : code
  const ofWhich = first?.ofWhich ?? false
  return {
    kind: ofWhich ? 'of-which' : 'line',
    code,
    name: ofWhich ? fill(words.sheet.ofWhich, { name }) : name,
    entry: cell('entry'),
    exit: cell('exit'),
    both: bothCell(both, language),
    verdicts: [],
  }
}

function bothCell(both: readonly ReportLine[], language: Language): PageCell {
  const known = both.flatMap(({ count }) => (count === null ? [] : [count]))
  if (known.length > 0)
    return numberCell(
      known.reduce((sum, count) => sum + count, 0),
      language,
    )
  return numberCell(null, language, stateOfSum(both))
}

/** Persons have two sums; another unit one, where it has more than one line to add up. */
function sumRows(figures: Figures, unit: Unit, lines: number, language: Language): OwnRow[] {
  const words = texts[language]
  const row = (code: Total, name: string): OwnRow => {
    const cell = (direction: ComparedFigure['direction']) => {
      const sum = sumOf(figures, code, direction)
      return numberCell(sum?.count ?? null, language, sum?.state)
    }
    return {
      kind: 'sum',
      code,
      name,
      entry: cell('entry'),
      exit: cell('exit'),
      both: cell('both'),
      verdicts: [],
    }
  }
  if (unit !== 'persons') {
    return lines > 1 && sumOf(figures, unit, 'both') ? [row(unit, words.totals[unit])] : []
  }
  if (lines === 0) return []
  const { passengers, persons } = figures
  // A cargo yard has crew and no passengers: a sum of nothing would only look like a gap.
  const onlyCrew = passengers.total === null && persons.total !== null
  return [
    ...(onlyCrew ? [] : [row('passengers', words.report.flows.passengers)]),
    row('persons', words.report.flows.persons),
  ]
}

/** A total in one direction or both; undefined where no line of the place adds to it. */
export function sumOf(
  { compared }: Pick<Figures, 'compared'>,
  code: Total,
  direction: ComparedFigure['direction'],
): ComparedFigure | undefined {
  return compared.find((each) => each.kind === 'total' && each.code === code && each.direction === direction)
}

function typedRow({ controlTotals }: Figures, unit: Unit, language: Language): OwnRow | null {
  const typed = controlTotals.filter((total) => total.unit === unit)
  if (typed.length === 0) return null
  const cell = (direction: Direction) =>
    numberCell(typed.find((total) => total.direction === direction)?.typed ?? null, language)
  return {
    kind: 'typed',
    code: unit,
    name: texts[language].sheet.controlTotal,
    entry: cell('entry'),
    exit: cell('exit'),
    both: numberCell(
      typed.reduce((sum, total) => sum + total.typed, 0),
      language,
    ),
    verdicts: typed.every(({ typed: counted, sum }) => counted === sum)
      ? [texts[language].report.agrees]
      : typed.map((total) => verdictOf(total, language)),
  }
}

function verdictOf(
  { direction, typed, sum }: CrossingsReport['controlTotals'][number],
  language: Language,
): string {
  const words = texts[language]
  const number = (value: number) => formatNumber(value, language)
  const kind = sum === null ? 'unknown' : sum === typed ? 'agrees' : sum > typed ? 'over' : 'under'
  return fill(words.report.verdicts[kind], {
    direction: words.directions[direction],
    typed: number(typed),
    sum: number(sum ?? 0),
    difference: number(Math.abs((sum ?? 0) - typed)),
  })
}

/** More disagreements than these are only counted. */
const mostFlags = 3

/** What is to be known about a number: that it is incomplete, and what disagrees with it. */
function saidOf(line: ReportLine, language: Language): string | null {
  const words = texts[language].report
  const flags = line.flags.flatMap(({ kind, at, value }) => {
    if (value === null) return []
    const date = at.length === 7 ? formatMonth(at, language) : formatDate(at, language)
    const flag = fill(words.flags[kind], { value: formatNumber(value, language) })
    return [fill(words.flagAt, { date, flag })]
  })
  const more = flags.length - mostFlags
  const said = [
    ...(line.incomplete ? [words.incompleteNote] : []),
    ...flags.slice(0, mostFlags),
    ...(more > 0 ? [fill(words.moreFlags, { number: formatNumber(more, language) })] : []),
  ]
  if (said.length === 0) return null
  // Said of many lines alike where a whole period has gaps: one footnote for all of them.
  if (flags.length === 0) return words.incompleteNote
  return fill(words.noteAbout, {
    line: nameIn(line.names, language),
    direction: texts[language].directions[line.direction],
    said: said.join('; '),
  })
}
