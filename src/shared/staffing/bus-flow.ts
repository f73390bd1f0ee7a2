/** Buses of one direction that are shown together. */
export interface BusFlow {
  /** Rows that were entered; with none of them nobody said that no bus ran. */
  departures: number
  vehicles: number
  /** Of the vehicles whose passengers are known; null where that is none. */
  passengers: number | null
  /** Vehicles whose passengers nobody knows. */
  unknown: number
  /** Passengers per vehicle of those whose passengers are known; null without one. */
  perVehicle: number | null
}

export function flowOf(departures: Iterable<{ vehicles: number; passengers: number | null }>): BusFlow {
  let rows = 0
  let vehicles = 0
  let passengers: number | null = null
  let unknown = 0
  for (const departure of departures) {
    rows += 1
    vehicles += departure.vehicles
    if (departure.passengers === null) unknown += departure.vehicles
    else passengers = (passengers ?? 0) + departure.passengers
  }
  const perVehicle = passengers === null ? null : passengers / (vehicles - unknown)
  return { departures: rows, vehicles, passengers, unknown, perVehicle }
}
