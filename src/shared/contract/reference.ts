import { z } from 'zod'
import { LocalDate, TimeOfDay, WorkingDate } from '../dates.ts'
import { AtMs, Code, Direction, Language, Names } from '../words.ts'
import { query } from './operation.ts'

const ShiftDescription = z.strictObject({
  shift: Code,
  names: Names,
  starts: TimeOfDay,
  ends: TimeOfDay,
  overMidnight: z.boolean(),
})
export type ShiftDescription = z.infer<typeof ShiftDescription>

const CheckpointDescription = z.strictObject({
  checkpoint: Code,
  names: Names,
  kind: z.string(),
  directions: z.array(Direction),
  /** Empty for a checkpoint that counts by day. */
  shifts: z.array(ShiftDescription),
})
export type CheckpointDescription = z.infer<typeof CheckpointDescription>

export const referenceContract = {
  /** The port with the names, checkpoints and shifts that hold on a date (today without one). */
  describePort: query(
    z.strictObject({ date: WorkingDate.optional() }),
    z.strictObject({
      port: Code,
      names: Names,
      zone: z.string(),
      languages: z.array(Language),
      sample: z.boolean(),
      /** The port's local date; the last day of a sample book. */
      today: LocalDate,
      now: AtMs,
      checkpoints: z.array(CheckpointDescription),
    }),
  ),
}
export type PortDescription = z.infer<typeof referenceContract.describePort.output>
