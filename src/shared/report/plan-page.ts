import type { PlannedChannel, PlannedNeed, ShiftPlan } from '../contract/staffing-section.ts'
import { formatDateWithWeekday, formatNumber } from '../format.ts'
import { texts } from '../languages/index.ts'
import { nameIn } from '../languages/names.ts'
import type { Language } from '../words.ts'
import { fill } from './fill.ts'
import { minuteTimes } from './minute-times.ts'
import { numberCell } from './page-cell.ts'
import { channelText, lackText, targetText } from './page-staffing.ts'
import { decimalCell, type PageTable, textCell } from './page-table.ts'

/** The plan of a shift in the reader's words, to be printed large and hung up. */
export interface PlanPage {
  title: string
  place: string
  period: string
  /** Set where the figures are invented. */
  sample: string | null
  channels: PageTable | null
  /** Said where nothing is planned. */
  none: string
  expected: PageTable | null
  /** On what it rests, or that too little is known. */
  expectedSaid: string
  needs: PageTable | null
  /** Whom the needs count, beside whom the forecast counts. */
  needsSaid: string
  /** Where the plan falls short, in one sentence to be set in bold. */
  gap: string | null
  enough: string | null
}

export function planPage(plan: ShiftPlan, language: Language): PlanPage {
  const { staffingReport: words, report, foot } = texts[language]
  const date = formatDateWithWeekday(plan.date, language, 'long')
  const hasPlan = plan.openings.length > 0
  return {
    title: fill(words.plan.title, { port: nameIn(plan.port.names, language) }),
    place: nameIn(plan.checkpoint.names, language),
    period:
      plan.shift.names === null
        ? date
        : fill(report.shiftOnDate, {
            date,
            shift: nameIn(plan.shift.names, language),
            times: minuteTimes(plan.shift),
          }),
    sample: plan.sample ? foot.sample : null,
    channels: hasPlan ? channelTable(plan.openings, language) : null,
    none: words.plan.noChannels,
    expected: plan.expected ? expectedTable(plan.expected, language) : null,
    expectedSaid: plan.expected ? words.plan.basisNote : words.plan.unknown,
    needs: plan.needs.length > 0 ? needTable(plan.needs, language) : null,
    needsSaid: words.plan.needsNote,
    gap: plan.worst ? lackText(plan.worst, plan.target, 'planGap', language) : null,
    enough:
      hasPlan && plan.worst === null
        ? fill(words.planEnough, { target: targetText(plan.target, language, true) })
        : null,
  }
}

const textHead = (text: string) => ({ text, isText: true })
const numberHead = (text: string) => ({ text, isText: false })

function channelTable(openings: readonly PlannedChannel[], language: Language): PageTable {
  const { staffingReport: words, directions } = texts[language]
  return {
    label: words.plan.channels,
    heads: [words.columns.channel, words.columns.direction, words.plan.times, words.plan.people].map(
      textHead,
    ),
    rows: openings.map((each) => [
      textCell(channelText(each, language)),
      textCell(directions[each.direction]),
      textCell(minuteTimes(each)),
      { ...textCell(peopleText(each, language)), value: each.duties.length > 0 ? null : each.headCount },
    ]),
  }
}

/** Officers with their times where they are not there all along, else how many. */
export function peopleText({ duties, headCount, ...opening }: PlannedChannel, language: Language): string {
  const { officerTimes } = texts[language].staffingReport.plan
  if (duties.length === 0) return headCount === null ? '—' : formatNumber(headCount, language)
  return duties
    .map(({ officer, from, to }) =>
      from === opening.from && to === opening.to
        ? officer
        : fill(officerTimes, { officer, times: minuteTimes({ from, to }) }),
    )
    .join(', ')
}

function expectedTable(
  { unit, directions: expected }: NonNullable<ShiftPlan['expected']>,
  language: Language,
): PageTable {
  const { staffingReport: words, directions, units } = texts[language]
  return {
    label: words.plan.expected,
    heads: [textHead(words.columns.direction), numberHead(units[unit]), textHead(words.plan.interval)],
    rows: expected.map(({ direction, count, low, high }) => [
      textCell(directions[direction]),
      decimalCell(count, language, 0),
      textCell(
        low === null || high === null
          ? '—'
          : fill(words.plan.range, {
              low: formatNumber(low, language),
              high: formatNumber(high, language),
            }),
      ),
    ]),
  }
}

function needTable(needs: readonly PlannedNeed[], language: Language): PageTable {
  const { staffingReport: words, directions } = texts[language]
  return {
    label: words.plan.needs,
    heads: [
      textHead(words.columns.direction),
      textHead(words.kindColumns.kind),
      textHead(words.plan.times),
      numberHead(words.plan.units),
      numberHead(words.plan.needed),
      numberHead(words.plan.planned),
    ],
    rows: needs.map((each) => [
      textCell(directions[each.direction]),
      textCell(words.kinds[each.kind]),
      textCell(minuteTimes(each)),
      numberCell(Math.round(each.expected), language),
      numberCell(each.needed, language),
      numberCell(each.open, language),
    ]),
  }
}
