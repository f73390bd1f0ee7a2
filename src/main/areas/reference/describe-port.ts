import type { PortDescription } from '../../../shared/contract/reference.ts'
import { dateAt, timeOf } from '../../../shared/dates.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { namesOn } from './names.ts'
import { holdsOn, type PortModel, portModel } from './port-model.ts'
import { shiftsBeginningOn } from './shift-periods.ts'

/** The port's local date now; in a sample book its last day. */
export function today(port: PortModel, now: number): string {
  return port.lastDay ?? dateAt(now, port.zone)
}

/** The port with everything that is dated taken as of one date. */
export function describePort(
  { db, now }: QueryContext,
  input: { date?: string | undefined },
): PortDescription {
  const port = portModel(db)
  const date = input.date ?? today(port, now)
  const checkpoints = [...port.checkpoints.values()].filter((checkpoint) => holdsOn(checkpoint, date))
  return {
    port: port.port,
    names: namesOn(port, 'port', port.port, date),
    zone: port.zone,
    languages: port.languages,
    sample: port.sample,
    today: today(port, now),
    now,
    checkpoints: checkpoints.map((checkpoint) => ({
      checkpoint: checkpoint.code,
      names: namesOn(port, 'checkpoint', checkpoint.code, date),
      kind: checkpoint.kind,
      directions: [...checkpoint.directions],
      shifts: shiftsBeginningOn(checkpoint, date).map((shift) => ({
        shift: shift.code,
        names: namesOn(port, 'shift', `${checkpoint.code}/${shift.code}`, date),
        starts: timeOf(shift.startsMinute),
        ends: timeOf(shift.endsMinute),
        overMidnight: shift.overMidnight,
      })),
    })),
  }
}
