import type { Coverage, CoverageDay, Manned } from '../../../shared/contract/staffing-people.ts'
import { addDays, eachDate, weekdayOf } from '../../../shared/dates.ts'
import type { Span } from '../../../shared/staffing/spans.ts'
import type { Plan } from '../../../shared/staffing/staffing-words.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { namesOn } from '../reference/names.ts'
import { type Checkpoint, holdsOn, portModel } from '../reference/port-model.ts'
import { checkpointOf } from '../reference/settings/setting-rules.ts'
import { OpeningEnds } from './opening-pieces.ts'
import { type DutyTimes, dutyTimes, type OpeningTimes, openingTimes } from './openings.sql.ts'
import { shiftsOfBoard, wholeDay } from './shift-place.ts'
import { rotaOn, type StaffingModel, staffingModel, teamOn } from './staffing-model.ts'

/** @throws AppError unknown-checkpoint */
export function readCoverage(
  { db, now }: QueryContext,
  input: { date: string; checkpoint?: string | undefined },
): Coverage {
  const port = portModel(db)
  const model = staffingModel(db)
  const from = addDays(input.date, 1 - weekdayOf(input.date))
  const dates = [...eachDate(from, addDays(from, 6))]
  const to = dates.at(-1) ?? from
  const place = input.checkpoint === undefined ? null : checkpointOf(port, input.checkpoint).code
  const hasChannels = ({ code }: Checkpoint): boolean =>
    model.channels.values().some((channel) => channel.checkpoint === code)
  const checkpoints = [...port.checkpoints.values()].filter((checkpoint) =>
    place === null ? hasChannels(checkpoint) : checkpoint.code === place,
  )
  const openings = Map.groupBy(
    openingTimes(db, from, to, place),
    ([, date, checkpoint, plan, shift]) => `${checkpoint} ${date} ${shift} ${plan}`,
  )
  const duties = Map.groupBy(dutyTimes(db, from, to, place), ([opening]) => opening)
  const ends = new OpeningEnds(port, now)
  return {
    from,
    to,
    teams: [...model.teams.keys()].map((team) => ({ team, names: namesOn(port, 'team', team, to) })),
    checkpoints: checkpoints.map((checkpoint) => {
      const { code } = checkpoint
      const byDate = dates.map((date) =>
        holdsOn(checkpoint, date) ? shiftsOfBoard(checkpoint, { date, shift: wholeDay }) : [],
      )
      const shifts = [...new Map(byDate.flat().map((each) => [each.shift, each])).values()]
        .toSorted((a, b) => a.span.from - b.span.from)
        .map(({ shift }) => shift)
      return {
        checkpoint: code,
        names: namesOn(port, 'checkpoint', code, to),
        shifts: shifts.map((shift) => ({
          shift,
          names: shift === wholeDay ? null : namesOn(port, 'shift', `${code}/${shift}`, to),
          days: dates.map((date, index) => {
            if (!byDate[index]?.some((each) => each.shift === shift)) return null
            const own = (plan: Plan): Seen[] =>
              (openings.get(`${code} ${date} ${shift} ${plan}`) ?? []).map((row) => ({
                row,
                ends: ends.of(row),
                duties: duties.get(row[0]) ?? [],
              }))
            return coverageDay(model, code, date, shift, own('planned'), own('actual'))
          }),
        })),
      }
    }),
  }
}

interface Seen {
  row: OpeningTimes
  ends: number
  duties: readonly DutyTimes[]
}

function coverageDay(
  model: StaffingModel,
  checkpoint: string,
  date: string,
  shift: string,
  planned: readonly Seen[],
  actual: readonly Seen[],
): CoverageDay {
  const teams = rotaOn(model, checkpoint, date)
    .filter((each) => each.shift === shift)
    .map((each) => each.team)
  const inService = [...model.officers.values()].filter((officer) => holdsOn(officer, date))
  const onRota = inService.filter((officer) => teams.includes(teamOn(officer, date) ?? ''))
  const named = new Set(planned.flatMap(({ duties }) => duties.map(([, officer]) => officer)))
  const numbers = new Set(onRota.map((officer) => officer.number))
  return {
    date,
    teams,
    onRota: onRota.length,
    planned: manned(planned),
    actual: manned(actual),
    unplanned: named.size === 0 ? [] : [...numbers].filter((officer) => !named.has(officer)),
    offRota: teams.length === 0 ? [] : [...named].filter((officer) => !numbers.has(officer)).toSorted(),
  }
}

function manned(openings: readonly Seen[]): Manned {
  const open: Span[] = []
  const heads: (Span & { number: number })[] = []
  for (const { row, ends, duties } of openings) {
    const span = { from: row[7], to: ends }
    open.push(span)
    for (const [, , from, to] of duties) heads.push({ from, to: to ?? ends, number: 1 })
    if (duties.length === 0) heads.push({ ...span, number: row[9] ?? 0 })
  }
  return {
    channels: new Set(openings.map(({ row }) => row[5])).size,
    mostAtOnce: most(open.map((span) => ({ ...span, number: 1 }))),
    mostHeads: most(heads),
    officers: new Set(openings.flatMap(({ duties }) => duties.map(([, officer]) => officer))).size,
  }
}

/** The largest sum at any minute; what ends as another begins is not there together with it. */
function most(spans: readonly (Span & { number: number })[]): number {
  const moments = spans
    .filter(({ from, to }) => from < to)
    .flatMap(({ from, to, number }) => [
      { at: from, number },
      { at: to, number: -number },
    ])
    .sort((a, b) => a.at - b.at || a.number - b.number)
  let sum = 0
  let largest = 0
  for (const { number } of moments) {
    sum += number
    largest = Math.max(largest, sum)
  }
  return largest
}
