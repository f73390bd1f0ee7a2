import type { ChannelsNeeded } from '../../../../shared/contract/channels-needed.ts'
import type { CrossingsReportInput } from '../../../../shared/contract/reports.ts'
import type {
  LackOfChannels,
  StaffingSection,
  StaffingSections,
} from '../../../../shared/contract/staffing-section.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { readChannelsNeeded } from '../../queues/read-channels-needed.ts'
import { holdsOn } from '../../reference/port-model.ts'
import { wholeDay } from '../../staffing/shift-place.ts'
import { channelWork } from './channel-work.ts'
import { staffingLoads } from './staffing-report.ts'

/** @throws AppError unknown-checkpoint, unknown-shift, invalid-input */
export function readStaffingSections(context: QueryContext, input: CrossingsReportInput): StaffingSections {
  const { period, buckets, loads } = staffingLoads(context, input)
  const { db, now } = context
  const selection = { ...period.selection, shift: period.shift?.code ?? null, date: input.date }
  const isShort = input.kind === 'shift' || input.kind === 'day'
  return {
    period: { kind: input.kind, ...period.span, shift: input.shift ?? null },
    checkpoints: loads
      .filter(({ load }) => load.channels.exist + load.channels.opened > 0)
      .map(({ checkpoint, load, arrivals }): StaffingSection => {
        const work = isShort ? channelWork(db, now, checkpoint.code, selection, arrivals, buckets) : []
        const place = { checkpoint: checkpoint.code, date: input.date, shift: input.shift ?? wholeDay }
        const wasOpen = work.length > 0 && holdsOn(checkpoint, input.date)
        return {
          ...load,
          work,
          need: wasOpen ? needOf(readChannelsNeeded(context, { ...place, plan: 'actual' })) : null,
        }
      }),
  }
}

function needOf(needed: ChannelsNeeded): StaffingSection['need'] {
  return { target: needed.target, worst: worstOf(needed) }
}

/** The gap that lacked the most channels, with the longest wait in its queue. */
export function worstOf({ worst, needs }: ChannelsNeeded): LackOfChannels | null {
  if (worst === null) return null
  const queue = needs.find(
    (need) =>
      need.direction === worst.direction &&
      need.kind === worst.kind &&
      need.lines?.join() === worst.lines?.join(),
  )
  return { ...worst, longestMinutes: queue?.course.whole.longestMinutes ?? null }
}
