import { addDays, instantAt, minutesInDay } from '../../../../shared/dates.ts'
import { type Direction, directions } from '../../../../shared/words.ts'
import type { Sample } from '../sample.ts'
import type { PartFigures, SampleCheckpoint } from '../sample-figures.ts'
import type { SampleStep } from '../sample-step.ts'
import { departuresOn, deploymentsOn } from './sample-buses.ts'
import type { StaffedCheckpoint, StaffedShift } from './sample-staffing.ts'
import { actualOpenings, plannedOpenings } from './shift-openings.ts'

type DayFigures = readonly Record<Direction, PartFigures>[]

/** Reads each checkpoint's figures of a date once while the days go by. */
export class FiguresByDate {
  readonly #known = new Map<string, DayFigures>()

  of(checkpoint: SampleCheckpoint, date: string): DayFigures {
    const key = `${checkpoint.code} ${date}`
    let figures = this.#known.get(key)
    if (!figures) {
      figures = checkpoint.figuresOn(date)
      this.#known.set(key, figures)
      const [oldest] = this.#known.keys()
      // A week and a day of each of a handful of checkpoints.
      if (this.#known.size > 80 && oldest !== undefined) this.#known.delete(oldest)
    }
    return figures
  }
}

/** What the first day begins with: the settings beyond the port's own, and the day's plan and timetable. */
export function firstStaffingSteps(sample: Sample, from: string, figures: FiguresByDate): SampleStep[] {
  const { staffing, zone } = sample
  const at = instantAt(from, 0, zone)
  return [
    ...staffing.settings.flatMap(({ on, ...setting }) => (on === undefined ? [{ at, ...setting }] : [])),
    ...staffing.checkpoints.flatMap((each) => planSteps(sample, each, from, at, figures)),
    ...deploymentSteps(sample, from, at),
  ]
}

/** The staffing of a date: what was open and which buses ran, and in the evening the plan of the next day. */
export function staffingStepsOn(
  sample: Sample,
  first: string,
  date: string,
  figures: FiguresByDate,
): SampleStep[] {
  const { staffing, zone } = sample
  const evening = instantAt(date, 18 * 60 + 30, zone)
  const morning = instantAt(date, 8 * 60, zone)
  const next = addDays(date, 1)
  return [
    ...staffing.settings.flatMap(({ on, ...setting }) => (on === date ? [{ at: morning, ...setting }] : [])),
    ...staffing.checkpoints.flatMap((each) => actualSteps(sample, each, first, date, figures)),
    ...departureSteps(sample, date, figures),
    ...staffing.checkpoints.flatMap((each) => planSteps(sample, each, next, evening, figures)),
    ...deploymentSteps(sample, next, evening),
    ...(date === sample.lastDay ? timetableSteps(sample, next, evening, figures) : []),
  ]
}

/** A plan reckons with as many as came on the same weekday of the week before. */
function planOf(
  sample: Sample,
  checkpoint: StaffedCheckpoint,
  date: string,
  shift: StaffedShift,
  figures: FiguresByDate,
) {
  return plannedOpenings(
    checkpoint,
    date,
    shift,
    numbersOf(sample, checkpoint, addDays(date, -7), shift, figures),
  )
}

function planSteps(
  sample: Sample,
  checkpoint: StaffedCheckpoint,
  date: string,
  at: number,
  figures: FiguresByDate,
): SampleStep[] {
  return checkpoint.shifts.map((shift) => ({
    at,
    operation: 'recordOpenings',
    input: {
      checkpoint: checkpoint.code,
      date,
      shift: shift.code,
      openings: planOf(sample, checkpoint, date, shift, figures),
    },
  }))
}

/** Openings are written when their shift ends; of a shift that the last day does not see the end of, as it stands. */
function actualSteps(
  sample: Sample,
  checkpoint: StaffedCheckpoint,
  first: string,
  date: string,
  figures: FiguresByDate,
): SampleStep[] {
  return checkpoint.shifts.flatMap((shift): SampleStep[] => {
    const endsNextDay = shift.to > minutesInDay
    const began = endsNextDay && date > first ? [addDays(date, -1)] : endsNextDay ? [] : [date]
    const steps = began.map((day) => actualStep(sample, checkpoint, day, shift, figures))
    if (!endsNextDay || date !== sample.lastDay) return steps
    const { input } = actualStep(sample, checkpoint, date, shift, figures)
    const running = input.openings
      .filter(({ startsMinute }) => startsMinute < minutesInDay)
      .map((opening) => ({ ...opening, endsMinute: null }))
    const at = instantAt(date, Math.min(shift.from + 30, minutesInDay - 2), sample.zone)
    return [...steps, { at, operation: 'recordOpenings', input: { ...input, openings: running } }]
  })
}

function actualStep(
  sample: Sample,
  checkpoint: StaffedCheckpoint,
  date: string,
  shift: StaffedShift,
  figures: FiguresByDate,
) {
  const plan = planOf(sample, checkpoint, date, shift, figures)
  const came = numbersOf(sample, checkpoint, date, shift, figures)
  return {
    at: instantAt(addDays(date, shift.to > minutesInDay ? 1 : 0), (shift.to % minutesInDay) + 2, sample.zone),
    operation: 'recordOpenings' as const,
    input: {
      checkpoint: checkpoint.code,
      date,
      shift: shift.code,
      openings: actualOpenings(checkpoint, date, shift, plan, came),
    },
  }
}

/** What the lines of a shift had on a date, a night's two parts taken from the same date. */
function numbersOf(
  sample: Sample,
  { code, lines }: StaffedCheckpoint,
  date: string,
  shift: StaffedShift,
  figures: FiguresByDate,
): Record<Direction, number> {
  const numbers = { entry: 0, exit: 0 }
  const counted = sample.checkpoints.find((each) => each.code === code)
  if (!counted) return numbers
  const ofDay = figures.of(counted, date)
  for (const [index, { period }] of counted.parts.entries()) {
    if (period !== shift.code && !period.startsWith(`${shift.code}/`)) continue
    for (const direction of directions) {
      for (const line of lines) numbers[direction] += ofDay[index]?.[direction].lines[line] ?? 0
    }
  }
  return numbers
}

function deploymentSteps({ staffing }: Sample, date: string, at: number): SampleStep[] {
  if (!staffing.buses) return []
  return deploymentsOn(staffing.buses, date).map((input) => ({ at, operation: 'keepDeployment', input }))
}

/** Departures are written at the end of the day. */
function departureSteps(
  { staffing, checkpoints, zone }: Sample,
  date: string,
  figures: FiguresByDate,
): SampleStep[] {
  const counted = checkpoints.find(({ code }) => code === staffing.buses?.checkpoint)
  if (!staffing.buses || !counted) return []
  const at = instantAt(date, minutesInDay - 20, zone)
  return departuresOn(staffing.buses, date, counted, figures.of(counted, date)).map((departure) => ({
    at,
    operation: 'keepDeparture',
    input: { departure: null, ...departure },
  }))
}

/** The buses that are expected on a date to come, as they ran a week before, by the quarter hour. */
function timetableSteps(sample: Sample, date: string, at: number, figures: FiguresByDate): SampleStep[] {
  return departureSteps(sample, addDays(date, -7), figures).flatMap(({ operation, input }) => {
    if (operation !== 'keepDeparture' || input.minute === null) return []
    const minute = Math.floor(input.minute / 15) * 15
    return [{ at, operation, input: { ...input, date, minute, passengers: null } }]
  })
}
