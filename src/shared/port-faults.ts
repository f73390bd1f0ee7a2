import type { ErrorCode } from './errors.ts'
import { lineOnSheet, type PortFileShape } from './port-shape.ts'
import { staffingFaults } from './staffing/staffing-faults.ts'
import { controlledTotal } from './words.ts'

/** Where a port file contradicts itself, and how. */
export interface PortFault {
  message: string
  path: (string | number)[]
}

type Line = PortFileShape['lines'][number]
type Checkpoint = PortFileShape['checkpoints'][number]
type Dated = { from?: string | undefined; to?: string | undefined }

/** The refusals that the same faults have in the settings, by their message. */
const refusals: Record<string, ErrorCode> = {
  'ends before it begins': 'ends-before-begins',
  'a closure that ends before it begins': 'ends-before-begins',
  'a total of another unit': 'total-impossible',
  'a total twice': 'total-impossible',
  'an of-which line adds to no total': 'total-impossible',
  'unknown parent line': 'parent-impossible',
  'a part of itself by way of other lines': 'parent-impossible',
  'half a time span': 'half-a-span',
  'a closure over midnight is written as two': 'hours-over-midnight',
  'hours over midnight are written as two': 'hours-over-midnight',
  'the same hours twice': 'hours-overlap',
  'a shift starts at 00:00, not at 24:00': 'shift-starts-late',
}

/** The code by which the settings refuse a fault; `invalid-input` for one that no setting can have by itself. */
export function refusalOfFault({ message }: PortFault): ErrorCode {
  return refusals[message] ?? 'invalid-input'
}

/** The rules between the fields of a port file, which its schema cannot say. */
export function portFaults(port: PortFileShape): PortFault[] {
  const faults: PortFault[] = []
  const refuse = (wrong: boolean, message: string, path: PortFault['path']): void => {
    if (wrong) faults.push({ message, path })
  }
  const lines = new Map(port.lines.map((line) => [line.code, line]))
  refuse(twice(port.lines.map(codeOf)), 'two lines have the same code', ['lines'])
  refuse(twice(port.checkpoints.map(codeOf)), 'two checkpoints have the same code', ['checkpoints'])
  refuse(twice(port.languages), 'a language twice', ['languages'])
  refuse(twice(port.midnight.map(fromOf)), 'two rules from the same date', ['midnight'])
  refuse(twice(port.renamed.map(fromOf)), 'renamed twice on the same date', ['renamed'])
  for (const [index, holiday] of port.holidays.entries()) {
    refuse(endsFirst(holiday), 'ends before it begins', ['holidays', index])
  }
  const checkpoints = new Set(port.checkpoints.map(codeOf))
  for (const [index, event] of port.events.entries()) {
    refuse(endsFirst(event), 'ends before it begins', ['events', index])
    const isNowhere = event.checkpoint !== undefined && !checkpoints.has(event.checkpoint)
    refuse(isNowhere, 'unknown checkpoint', ['events', index])
  }
  for (const [index, line] of port.lines.entries()) {
    for (const message of lineFaults(line, lines)) refuse(true, message, ['lines', index])
  }
  for (const [index, checkpoint] of port.checkpoints.entries()) {
    const path = ['checkpoints', index]
    for (const message of checkpointFaults(checkpoint, lines)) refuse(true, message, path)
    for (const [place, shift] of checkpoint.shifts.entries()) {
      for (const message of shiftFaults(shift, checkpoint.shifts.slice(0, place))) {
        refuse(true, message, [...path, 'shifts', place])
      }
    }
    for (const [place, hours] of checkpoint.hours.entries()) {
      for (const message of hoursFaults(hours, checkpoint.hours.slice(0, place))) {
        refuse(true, message, [...path, 'hours', place])
      }
    }
  }
  return [...faults, ...staffingFaults(port)]
}

function lineFaults(line: Line, lines: ReadonlyMap<string, Line>): string[] {
  const faults = datedFaults(line)
  const allowed: string[] = line.unit === 'persons' ? ['passengers', 'persons'] : [controlledTotal[line.unit]]
  const { partOf } = line
  const named = partOf && 'total' in partOf ? [...line.totals, partOf.total] : line.totals
  if (named.some((total) => !allowed.includes(total))) faults.push('a total of another unit')
  if (twice(line.totals)) faults.push('a total twice')
  if (partOf && line.totals.length > 0) faults.push('an of-which line adds to no total')
  if (!partOf || 'total' in partOf) return faults
  const parent = lines.get(partOf.line)
  if (!parent || parent === line || parent.unit !== line.unit) faults.push('unknown parent line')
  else if (isPartOfItself(line, lines)) faults.push('a part of itself by way of other lines')
  return faults
}

function isPartOfItself(line: Line, lines: ReadonlyMap<string, Line>): boolean {
  const passed = new Set<Line>()
  let above: Line | undefined = line
  while (above && !passed.has(above)) {
    passed.add(above)
    above = above.partOf && 'line' in above.partOf ? lines.get(above.partOf.line) : undefined
  }
  return above === line
}

function checkpointFaults(checkpoint: Checkpoint, lines: ReadonlyMap<string, Line>): string[] {
  const faults = datedFaults(checkpoint)
  if (twice(checkpoint.directions)) faults.push('a direction twice')
  const sheet = checkpoint.sheet.map(lineOnSheet)
  if (sheet.some(({ line }) => !lines.has(line))) faults.push('an unknown line on the sheet')
  if (twice(sheet.map(({ line }) => line))) faults.push('a line twice on the sheet')
  if (sheet.some(endsFirst)) faults.push('ends before it begins')
  for (const closure of checkpoint.closures) {
    if (endsFirst(closure)) faults.push('a closure that ends before it begins')
    if ((closure.starts === undefined) !== (closure.ends === undefined)) faults.push('half a time span')
    else if (closure.starts !== undefined && closure.ends !== undefined && closure.ends <= closure.starts) {
      faults.push('a closure over midnight is written as two')
    }
  }
  return faults
}

function shiftFaults(shift: Checkpoint['shifts'][number], before: Checkpoint['shifts']): string[] {
  const faults = datedFaults(shift)
  if (shift.starts === '24:00') faults.push('a shift starts at 00:00, not at 24:00')
  if (before.some((other) => other.code === shift.code && overlap(other, shift))) {
    faults.push('two shifts of the same code at the same time')
  }
  return faults
}

function hoursFaults(hours: Checkpoint['hours'][number], before: Checkpoint['hours']): string[] {
  const faults = endsFirst(hours) ? ['ends before it begins'] : []
  const weekdays = hours.weekdays ?? everyDay
  if (twice(weekdays)) faults.push('a weekday twice')
  if (hours.closes <= hours.opens) faults.push('hours over midnight are written as two')
  const same = before.some(
    (other) =>
      other.opens === hours.opens &&
      other.from === hours.from &&
      (other.weekdays ?? everyDay).some((weekday) => weekdays.includes(weekday)),
  )
  if (same) faults.push('the same hours twice')
  return faults
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]

function datedFaults(dated: Dated & { renamed: readonly { from: string }[] }): string[] {
  const faults = endsFirst(dated) ? ['ends before it begins'] : []
  if (twice(dated.renamed.map(fromOf))) faults.push('renamed twice on the same date')
  return faults
}

const endsFirst = ({ from, to }: Dated): boolean => from !== undefined && to !== undefined && to < from
const startOf = (dated: Dated): string => dated.from ?? ''
const endOf = (dated: Dated): string => dated.to ?? '9999-12-31'
const overlap = (a: Dated, b: Dated): boolean => startOf(a) <= endOf(b) && startOf(b) <= endOf(a)
const twice = (values: readonly unknown[]): boolean => new Set(values).size < values.length
const codeOf = (thing: { code: string }): string => thing.code
const fromOf = (thing: { from: string }): string => thing.from
