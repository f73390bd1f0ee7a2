import { addDays, weekdayOf } from '../dates.ts'

/** Vehicles that run, or ran, on a route; 0 where the route is known not to run. */
export interface BusRun {
  route: string
  date: string
  vehicles: number
  /** Of all its vehicles; null where nobody counted, or nobody can have counted yet. */
  passengers: number | null
}

/** What the buses of a day change. */
export interface BusChange {
  /** Vehicles entered for the day. */
  vehicles: number
  /** Vehicles that these routes usually have on such a day. */
  usual: number
  /** What the difference brings, in passengers; below 0 where fewer buses run than usual. */
  passengers: number
}

/** Days up to the last known one that say what is usual: four of each weekday, as recent as what the counts follow. */
export const usualDays = 28
const week = 7
/** Fewest days of the weekday among them. */
const leastSameWeekdays = 3
/** Fewest vehicles with known passengers, by which a route knows how many sit in one. */
const leastVehicles = 10

/**
 * How many more passengers the buses of a coming day bring than those of such a day lately: the vehicles entered, less
 * the weekday's mean brought to the level of the last week, times what sits in one on the route. Routes of which nothing
 * was entered for the day are left out of both sides. Null where nothing was entered, or where too little is known of the days before.
 * @param runs of one direction: of the day, and of the days up to `known`
 * @param known the last day whose counts are known
 * @param isMeant which runs to compare: those of a shift. What sits in a vehicle is learnt from all
 */
export function busChange<Run extends BusRun>(
  runs: readonly Run[],
  date: string,
  known: string,
  isMeant: (run: Run) => boolean = () => true,
): BusChange | null {
  const entered = runs.filter((run) => run.date === date)
  const past = runs.filter((run) => run.date > addDays(known, -usualDays) && run.date <= known)
  const perVehicle = perVehicleOf(past)
  if (entered.length === 0 || perVehicle === null) return null
  const routes = new Set(entered.map(({ route }) => route))
  const flowOf = (own: readonly BusRun[]): Flow =>
    own.reduce(
      (sum, { route, vehicles }) => ({
        vehicles: sum.vehicles + vehicles,
        passengers: sum.passengers + vehicles * perVehicle(route),
      }),
      nobody,
    )
  const meant = Map.groupBy(
    past.filter((run) => routes.has(run.route) && isMeant(run)),
    (run) => run.date,
  )
  // A day on which no bus at all was entered is unknown, one with other buses had none of these.
  const days = [...new Set(past.map((run) => run.date))].sort().map((day) => ({
    weekday: weekdayOf(day),
    flow: flowOf(meant.get(day) ?? []),
  }))
  const usual = usualFlow(days, weekdayOf(date))
  if (usual === null) return null
  const flow = flowOf(entered.filter(isMeant))
  return {
    vehicles: flow.vehicles,
    usual: usual.vehicles,
    passengers: flow.passengers - usual.passengers,
  }
}

interface Flow {
  vehicles: number
  passengers: number
}

const nobody: Flow = { vehicles: 0, passengers: 0 }

/** The mean of the weekday, raised or lowered as the last week was beside the same weekdays of all four. */
function usualFlow(days: readonly { weekday: number; flow: Flow }[], weekday: number): Flow | null {
  const meanOf = (wanted: number, of: keyof Flow): number => {
    const same = days.filter((day) => day.weekday === wanted)
    return same.reduce((sum, day) => sum + day.flow[of], 0) / same.length
  }
  if (days.filter((day) => day.weekday === weekday).length < leastSameWeekdays) return null
  const latest = days.slice(-week)
  const levelOf = (of: keyof Flow): number => {
    const usual = latest.reduce((sum, day) => sum + meanOf(day.weekday, of), 0)
    return usual === 0 ? 1 : latest.reduce((sum, day) => sum + day.flow[of], 0) / usual
  }
  return {
    vehicles: meanOf(weekday, 'vehicles') * levelOf('vehicles'),
    passengers: meanOf(weekday, 'passengers') * levelOf('passengers'),
  }
}

/** Passengers per vehicle of a route, of all routes where its own are too few; null where those are too few as well. */
function perVehicleOf(past: readonly BusRun[]): ((route: string) => number) | null {
  const mean = (runs: readonly BusRun[]): number | null => {
    let [vehicles, passengers] = [0, 0]
    for (const run of runs) {
      if (run.passengers === null) continue
      vehicles += run.vehicles
      passengers += run.passengers
    }
    return vehicles < leastVehicles ? null : passengers / vehicles
  }
  const ofAll = mean(past)
  if (ofAll === null) return null
  const own = new Map(
    [...Map.groupBy(past, ({ route }) => route)].map(([route, runs]) => [route, mean(runs)]),
  )
  return (route) => own.get(route) ?? ofAll
}
