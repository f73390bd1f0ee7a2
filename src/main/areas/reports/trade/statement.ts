import type { InputOf, OutputOf } from '../../../../shared/contract/index.ts'
import type { CrossingsReport, ReportKind } from '../../../../shared/contract/reports.ts'
import type { GroupFigure } from '../../../../shared/contract/trade-section.ts'
import { tradeBasis } from '../../../../shared/contract/trade-section.ts'
import { formatNumber, formatPercent } from '../../../../shared/format.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { languageOrder, nameIn } from '../../../../shared/languages/names.ts'
import { fill } from '../../../../shared/report/fill.ts'
import { periodText } from '../../../../shared/report/period-text.ts'
import { formatExact } from '../../../../shared/trade/format-exact.ts'
import type { Language, Names } from '../../../../shared/words.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { namesOn } from '../../reference/names.ts'
import { portModel } from '../../reference/port-model.ts'
import { changeFrom } from '../comparisons.ts'
import type { DateSpan } from '../report-spans.ts'
import { ofSpan, throughput } from './counted-goods.sql.ts'
import { baseSpan, isKnown, tradePeriod } from './trade-period.ts'
import { sectionFigures } from './trade-section.ts'

/** @throws AppError unknown-checkpoint, invalid-input */
export function readTradeStatement(
  context: QueryContext,
  input: InputOf<'readTradeStatement'>,
): OutputOf<'readTradeStatement'> {
  const { db } = context
  const period = tradePeriod(context, input, { checkpoint: input.checkpoint })
  const { span, until, goesOn } = period
  const checkpoint = input.checkpoint ?? null
  const port = portModel(db)
  const base = baseSpan(input, period, 'lastYear')
  const told = { from: span.from, to: until }
  const before = { import: 0, export: 0 }
  for (const { direction, grossGrams } of throughput(db, ofSpan(base, checkpoint)))
    before[direction] = grossGrams
  const facts: Facts = {
    place:
      checkpoint === null
        ? namesOn(port, 'port', port.port, until)
        : namesOn(port, 'checkpoint', checkpoint, until),
    kind: goesOn ? 'range' : input.kind,
    ...{ told, base, ...sectionFigures(db, port, ofSpan(told, checkpoint)) },
    before: isKnown(context, base, input.checkpoint) ? before : null,
  }
  return {
    basis: tradeBasis,
    ...{ period: span, until, base },
    texts: Object.fromEntries(
      languageOrder.map((language) => [language, statementIn(facts, language)]),
    ) as Record<Language, string>,
  }
}

interface Facts {
  place: Names
  kind: ReportKind
  told: DateSpan
  base: DateSpan
  gross: { import: number; export: number }
  before: { import: number; export: number } | null
  groups: readonly GroupFigure[]
}

function statementIn(facts: Facts, language: Language): string {
  const { place, gross, before, groups } = facts
  const words = texts[language].tradeReport.statement
  const both = (of: { import: number; export: number }) => of.import + of.export
  const sentence = (flow: 'imports' | 'exports', direction: 'import' | 'export') =>
    fill(words[flow], {
      tonnes: tonnesIn(gross[direction], language),
      growth: growthIn(facts, gross[direction], before?.[direction] ?? null, language),
      parts: partsIn(
        groups.filter((group) => group.direction === direction),
        language,
      ),
    })
  const sentences = [
    fill(words.total, {
      port: nameIn(place, language),
      period: spanIn(facts.told, facts.kind, language),
      tonnes: tonnesIn(both(gross), language),
      growth: growthIn(facts, both(gross), before && both(before), language),
    }),
    sentence('imports', 'import'),
    sentence('exports', 'export'),
    words.basis,
  ]
  return sentences.join(language === 'zh-CN' ? '' : ' ')
}

function growthIn({ base, kind }: Facts, now: number, before: number | null, language: Language): string {
  const words = texts[language].tradeReport.statement
  const named = spanIn(base, kind, language)
  if (before === null) return fill(words.noGrowth, { base: named })
  const tonnes = tonnesIn(before, language)
  const change = changeFrom(before, now)
  if (change === null) return fill(words.noChange, { base: named, tonnes })
  return fill(words.growth, {
    base: named,
    tonnes,
    change: formatPercent(change, language, { signed: true }),
  })
}

/** The groups of one direction, the heaviest first; those that are nested stand behind their own in brackets. */
function partsIn(groups: readonly GroupFigure[], language: Language): string {
  const words = texts[language].tradeReport.statement
  const known = groups.filter(({ declarations }) => declarations > 0).toSorted((a, b) => b.grams - a.grams)
  const one = ({ names, measure, units, grams }: GroupFigure): string =>
    measure === 'units' && units !== null
      ? fill(words.counted, { name: nameIn(names, language), number: formatNumber(units, language) })
      : fill(words.weighed, { name: nameIn(names, language), tonnes: tonnesIn(grams, language) })
  const withNested = (group: GroupFigure): string => {
    const nested = known.filter(({ parent }) => parent === group.code).map(withNested)
    if (nested.length === 0) return one(group)
    return fill(words.nested, { part: one(group), list: nested.join(words.between) })
  }
  const list = known.filter(({ parent }) => parent === null).map(withNested)
  return list.length === 0 ? '' : fill(words.parts, { list: list.join(words.between) })
}

const gramsInKilogram = 1_000
const decimalsOfTonnes = 3

/** Tonnes to the kilogram. */
const tonnesIn = (grams: number, language: Language): string =>
  formatExact(Math.round(grams / gramsInKilogram), decimalsOfTonnes, language)

function spanIn({ from, to }: DateSpan, kind: ReportKind, language: Language): string {
  const period: Pick<CrossingsReport['period'], 'kind' | 'from' | 'to'> = { kind, from, to }
  return periodText({ period, shift: null }, language)
}
