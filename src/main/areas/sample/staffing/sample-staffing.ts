import type { InputOf } from '../../../../shared/contract/index.ts'
import type { OpeningToRecord } from '../../../../shared/contract/staffing.ts'
import type { Direction } from '../../../../shared/words.ts'
import type { SampleBuses } from './sample-buses.ts'

/** Commands by which the staffing of a sample is set up. */
type SettingName =
  | 'addChannel'
  | 'orderChannels'
  | 'keepServiceTime'
  | 'keepStaffingRule'
  | 'keepOutage'
  | 'addTeam'
  | 'addOfficer'
  | 'keepRota'
  | 'addRoute'

/** A setting that the sample has beyond its ready-made port, given on its first day or in the morning of a later one. */
export type SampleSetting = {
  [Name in SettingName]: { operation: Name; input: InputOf<Name>; on?: string }
}[SettingName]

/** The staffing of a sample: settings, who opens what, and buses. */
export interface SampleStaffing {
  settings: readonly SampleSetting[]
  checkpoints: readonly StaffedCheckpoint[]
  buses: SampleBuses | null
}

/** How a checkpoint of a sample opens its channels. */
export interface StaffedCheckpoint {
  code: string
  shifts: readonly StaffedShift[]
  ways: Readonly<Record<Direction, StaffedWay>>
  /** The lines that the channels of `byLoad` pass. */
  lines: readonly string[]
  /** Another channel is planned for each so many in an hour. */
  perHour: number
  /** Officers by staff number, from a date on. */
  named?: { from: string; onDuty(date: string): readonly string[] }
  /** Shifts that are told one opening at a time, by date and shift. */
  told?: ReadonlyMap<string, readonly OpeningToRecord[]>
}

/** Minutes from 00:00 of the date that the shift begins on. */
export interface StaffedShift {
  code: string
  from: number
  to: number
  /** When more channels open; without it in the first half. */
  busy?: { from: number; to: number }
}

/** Channels of one direction, those first that open first. */
export interface StaffedWay {
  /** As many as those who come need. */
  byLoad: readonly string[]
  /** Open as long as the shift. */
  throughout: readonly string[]
  /** The same, without anybody at them. */
  eGates: readonly string[]
}
