import type { CrossingsReport, Flow, ReportLine } from '../contract/reports.ts'
import { formatDate, formatMonth, formatNumber } from '../format.ts'
import { nameIn, texts } from '../languages/index.ts'
import type { Direction, Language, Unit } from '../words.ts'
import { fill } from './fill.ts'

/** A number as it is printed, or the words why there is none; `mark` is the number of its footnote. */
export interface PageCell {
  value: number | null
  text: string
  mark: number | null
}

export interface PageRow {
  kind: 'line' | 'of-which' | 'sum' | 'typed'
  /** The code of a line or total. */
  code: string
  name: string
  entry: PageCell
  exit: PageCell
  both: PageCell
  /** How the typed total stands to the sum of the lines, a sentence for each direction. */
  verdicts: string[]
}

/** The lines of one unit with their sums and typed totals. */
export interface PageGroup {
  unit: string
  rows: PageRow[]
}

type Figures = Pick<CrossingsReport, 'passengers' | 'persons' | 'lines' | 'controlTotals'>

const unitOrder = ['persons', 'vehicles', 'trains', 'containers'] as const satisfies readonly Unit[]

/** The figures of one place as rows of a table; what is to be said of a number is added to `footnotes`. */
export function pageGroups(figures: Figures, language: Language, footnotes: string[]): PageGroup[] {
  const words = texts[language]
  return unitOrder.flatMap((unit) => {
    const lines = [
      ...Map.groupBy(
        figures.lines.filter((line) => line.unit === unit),
        ({ code }) => code,
      ),
    ]
    const typed = typedRow(figures, unit, language)
    const rows = [
      ...lines.map(([code, both]) => lineRow(code, both, language, footnotes)),
      ...(unit === 'persons' && lines.length > 0 ? sumRows(figures, language) : []),
      ...(typed ? [typed] : []),
    ]
    return rows.length > 0 ? [{ unit: words.units[unit], rows }] : []
  })
}

const noMark = { mark: null }

function lineRow(
  code: string,
  both: readonly ReportLine[],
  language: Language,
  footnotes: string[],
): PageRow {
  const words = texts[language]
  const of = (direction: Direction) => both.find((line) => line.direction === direction)
  const cell = (direction: Direction): PageCell => {
    const line = of(direction)
    if (!line) return { value: null, text: '—', ...noMark }
    const said = saidOf(line, language)
    return {
      value: line.count,
      text: line.count === null ? stateText(line.state, language) : formatNumber(line.count, language),
      mark: said === null ? null : footnoteNumber(footnotes, said),
    }
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

/** What is said of the port and of its checkpoint alike stands once. */
function footnoteNumber(footnotes: string[], said: string): number {
  if (!footnotes.includes(said)) footnotes.push(said)
  return footnotes.indexOf(said) + 1
}

function bothCell(both: readonly ReportLine[], language: Language): PageCell {
  const known = both.flatMap(({ count }) => (count === null ? [] : [count]))
  if (known.length > 0)
    return numberOf(
      known.reduce((sum, count) => sum + count, 0),
      language,
    )
  const states = new Set(both.map(({ state }) => state))
  const [only = 'not-reported'] = states
  return { value: null, text: stateText(states.size === 1 ? only : 'not-reported', language), ...noMark }
}

function numberOf(value: number | null, language: Language): PageCell {
  const text = value === null ? stateText('not-reported', language) : formatNumber(value, language)
  return { value, text, ...noMark }
}

function sumRows({ passengers, persons }: Figures, language: Language): PageRow[] {
  const words = texts[language].report.flows
  const row = (code: 'passengers' | 'persons', { entries, exits, total }: Flow): PageRow => ({
    kind: 'sum',
    code,
    name: words[code],
    entry: numberOf(entries, language),
    exit: numberOf(exits, language),
    both: numberOf(total, language),
    verdicts: [],
  })
  // A cargo yard has crew and no passengers: a sum of nothing would only look like a gap.
  const onlyCrew = passengers.total === null && persons.total !== null
  return [...(onlyCrew ? [] : [row('passengers', passengers)]), row('persons', persons)]
}

function typedRow({ controlTotals }: Figures, unit: Unit, language: Language): PageRow | null {
  const typed = controlTotals.filter((total) => total.unit === unit)
  if (typed.length === 0) return null
  const cell = (direction: Direction) =>
    numberOf(typed.find((total) => total.direction === direction)?.typed ?? null, language)
  return {
    kind: 'typed',
    code: unit,
    name: texts[language].sheet.controlTotal,
    entry: cell('entry'),
    exit: cell('exit'),
    both: numberOf(
      typed.reduce((sum, total) => sum + total.typed, 0),
      language,
    ),
    verdicts: typed.map((total) => verdictOf(total, language)),
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

function stateText(state: ReportLine['state'], language: Language): string {
  const { sheet } = texts[language]
  if (state === 'closed') return sheet.closed
  return state === 'not-applicable' ? sheet.notApplicable : sheet.notReported
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
  return fill(words.noteAbout, {
    line: nameIn(line.names, language),
    direction: texts[language].directions[line.direction],
    said: said.join('; '),
  })
}
