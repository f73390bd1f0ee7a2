import type { ChannelHours, OpenStep } from '../../../../shared/contract/staffing-section.ts'
import { minutesApart } from '../../../../shared/staffing/spans.ts'
import type { Connection } from '../../../book/connection.ts'
import { namesOn } from '../../reference/names.ts'
import { portModel } from '../../reference/port-model.ts'
import { OpeningEnds } from '../../staffing/opening-pieces.ts'
import { type Channel, staffingModel } from '../../staffing/staffing-model.ts'
import type { DateSpan } from '../report-spans.ts'
import { addMoments, mostAtOnce, officerMinutesIn, type PeriodOpenings, piecesOf } from './open-times.ts'

/** Openings of one checkpoint, by channel and by step of the period. */
export interface OpenHours {
  channels: ChannelHours[]
  steps: Omit<OpenStep, 'entries' | 'exits'>[]
}

interface Minutes {
  plannedMinutes: number
  channelMinutes: number
  officerMinutes: number
  unknownMinutes: number
}

interface ChannelSum extends Minutes {
  channel: Channel
  dates: Set<string>
  entryMinutes: number
  exitMinutes: number
}

interface StepSum extends Minutes {
  channels: Set<string>
  moments: number[]
}

const none = (): Minutes => ({ plannedMinutes: 0, channelMinutes: 0, officerMinutes: 0, unknownMinutes: 0 })

/**
 * Adds up the openings of a period by channel and by its steps, each checkpoint by itself, in one pass.
 * @param steps dates or months that the period falls into, in order; none for a shift or day
 */
export function openHoursOf(
  db: Connection,
  now: number,
  { selection, rows, duties }: PeriodOpenings,
  steps: readonly DateSpan[],
): Map<string, OpenHours> {
  const port = portModel(db)
  const model = staffingModel(db)
  const ends = new OpeningEnds(port, now)
  const stepOf = stepFinder(steps)
  const places = new Map<string, { channels: Map<string, ChannelSum>; steps: StepSum[] }>()
  for (const row of rows) {
    const [id, date, place, plan, shift, code, direction, startsMinute, , headCount] = row
    const channel = model.channels.get(code)
    if (!channel || (selection.shift !== null && shift !== selection.shift)) continue
    const whole = { from: startsMinute, to: ends.of(row) }
    for (const piece of piecesOf(port, selection, date, whole)) {
      let sums = places.get(place)
      if (!sums) {
        const fresh = (): StepSum => ({ ...none(), channels: new Set(), moments: [] })
        sums = { channels: new Map(), steps: steps.map(fresh) }
        places.set(place, sums)
      }
      let own = sums.channels.get(code)
      if (!own) {
        own = { ...none(), channel, dates: new Set(), entryMinutes: 0, exitMinutes: 0 }
        sums.channels.set(code, own)
      }
      const step = sums.steps[stepOf(piece.date)]
      const minutes = piece.to - piece.from
      const both = step ? [own, step] : [own]
      if (plan === 'planned') {
        for (const sum of both) sum.plannedMinutes += minutes
        continue
      }
      const officerMinutes = officerMinutesIn(piece, whole, headCount, duties.get(id))
      // E-gates work alone: nobody has to say how many there were.
      const unknown = officerMinutes === null && channel.kind !== 'e-gate' ? minutes : 0
      for (const sum of both) {
        sum.channelMinutes += minutes
        sum.officerMinutes += officerMinutes ?? 0
        sum.unknownMinutes += unknown
      }
      own.dates.add(piece.date)
      if (direction === 'entry') own.entryMinutes += minutes
      else own.exitMinutes += minutes
      if (step) {
        const at = minutesApart(selection.date, date)
        step.channels.add(code)
        addMoments(step.moments, at + piece.from, at + piece.to)
      }
    }
  }
  const order = new Map([...model.channels.keys()].map((code, index) => [code, index]))
  return new Map(
    [...places].map(([place, sums]) => [
      place,
      {
        channels: [...sums.channels.values()]
          .map(
            ({ channel, dates, ...minutes }): ChannelHours => ({
              channel: channel.code,
              names: namesOn(port, 'channel', channel.code, selection.to),
              kind: channel.kind,
              days: dates.size,
              ...minutes,
            }),
          )
          .sort((a, b) => (order.get(a.channel) ?? 0) - (order.get(b.channel) ?? 0)),
        steps: steps.map((span, index) => stepSum(span, sums.steps[index])),
      },
    ]),
  )
}

/** A step in which nothing was open or planned. */
export const emptyStep = (span: DateSpan): OpenHours['steps'][number] => stepSum(span, undefined)

function stepSum({ from, to }: DateSpan, sum: StepSum | undefined): OpenHours['steps'][number] {
  const { channels, moments, ...minutes } = sum ?? { ...none(), channels: new Set(), moments: [] }
  return { from, to, opened: channels.size, mostAtOnce: mostAtOnce(moments), ...minutes }
}

/** Which step a date is in; -1 for none. */
function stepFinder(steps: readonly DateSpan[]): (date: string) => number {
  const known = new Map<string, number>()
  return (date) => {
    let index = known.get(date)
    if (index === undefined) {
      index = steps.findIndex(({ from, to }) => from <= date && date <= to)
      known.set(date, index)
    }
    return index
  }
}
