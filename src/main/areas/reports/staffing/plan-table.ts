import type { ShiftPlan } from '../../../../shared/contract/staffing-section.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { nameIn } from '../../../../shared/languages/names.ts'
import { endTime, startTime } from '../../../../shared/report/minute-times.ts'
import { channelText } from '../../../../shared/report/page-staffing.ts'
import { peopleText, planPage } from '../../../../shared/report/plan-page.ts'
import type { Language } from '../../../../shared/words.ts'
import type { Cell } from '../../../book/write-table.ts'

/**
 * The plan of a shift as one flat table: who opens what, who is expected, what is needed, and in the last row whether the
 * plan is enough. Times are the clock's, also after midnight.
 */
export function planTable(plan: ShiftPlan, language: Language): { headings: string[]; rows: Cell[][] } {
  const { report, staffingReport, directions, units } = texts[language]
  const { plan: words, kinds } = staffingReport
  const { section, checkpoint, code, name, direction } = report.columns
  const place = nameIn(plan.checkpoint.names, language)
  const times = ({ from, to }: { from: number; to: number }): Cell[] => [startTime(from), endTime(to)]
  const page = planPage(plan, language)
  const said = [page.gap, page.enough, page.channels === null ? page.none : null]
  return {
    headings: [
      ...[section, checkpoint, code, name, direction, report.from, report.to],
      ...[words.people, words.units, words.low, words.high, words.needed, words.planned, report.notes],
    ],
    rows: [
      ...plan.openings.map((each) => [
        ...[words.channels, place, each.channel, channelText(each, language), directions[each.direction]],
        ...times(each),
        each.duties.length > 0 ? peopleText(each, language) : each.headCount,
        ...[null, null, null, null, null, null],
      ]),
      ...(plan.expected?.directions ?? []).map(({ direction: way, count, low, high }) => [
        ...[words.expected, place, plan.expected?.unit ?? null],
        ...[plan.expected && units[plan.expected.unit], directions[way], ...times(plan.shift)],
        ...[null, count, low, high, null, null, null],
      ]),
      ...plan.needs.map((each) => [
        ...[words.needs, place, each.kind, kinds[each.kind], directions[each.direction], ...times(each)],
        ...[null, Math.round(each.expected), null, null, each.needed, each.open, null],
      ]),
      ...said
        .filter((text) => text !== null)
        .map((text) => [words.needs, place, ...Array.from({ length: 11 }, () => null), text]),
    ],
  }
}
