import fc from 'fast-check'

/** Buses and their routes as people and mistaken windows bring them; for a book with `staffTestBook`. */

const route = fc.constantFrom('almaty', 'urumqi', 'nowhere')
const date = fc.constantFrom('2025-02-03', '2025-02-04', '2024-02-29', '2999-12-31')
const open = fc.option(fc.constantFrom('2025-01-01', '2025-02-03', '2026-01-01', 'soon'), { freq: 1 })
const direction = fc.constantFrom('entry', 'exit')
const names = fc.constantFrom({ en: 'New' }, { 'zh-CN': '新', en: ' ' }, { en: '=1+1' })

/** Departures that a staffed test book holds from the start, all on 2025-02-03. */
export const fuzzDepartures = Array.from(
  { length: 30 },
  (_, index) => `01948000-0000-7000-a000-${String(index).padStart(12, '0')}`,
)
const departure = fc.constantFrom(...fuzzDepartures, '01948000-0000-7000-a000-ffffffffffff')

export function busInputs() {
  const fields = {
    checkpoint: fc.option(fc.constantFrom('hall', 'yard', 'nowhere')),
    crossesBorder: fc.boolean(),
    busLine: fc.option(fc.constantFrom('buses', 'domestic', 'ghosts'), { freq: 1 }),
    passengerLine: fc.option(fc.constantFrom('foreign', 'buses', 'ghosts'), { freq: 1 }),
    zone: fc.option(fc.constantFrom('Asia/Almaty', 'Asia/Urumqi', 'Mars/Base')),
    from: open,
    to: open,
  }
  return {
    readRoutes: fc.constant({}),
    addRoute: fc.record({ route: fc.constantFrom('yarkent', 'almaty', 'Ж'), names, ...fields }),
    changeRoute: fc.record({ route, ...fields }),
    removeRoute: fc.record({ route: fc.constantFrom('idle', 'almaty', 'nowhere') }),
    orderRoutes: fc.record({
      routes: fc.constantFrom(['urumqi', 'almaty', 'idle'], ['almaty'], ['almaty', 'almaty', 'idle']),
    }),
    readBusDay: fc.record({ date }),
    readBusMonth: fc.record({ month: fc.constantFrom('2025-02', '2024-02', '2999-12', '0000-01') }),
    keepDeployment: fc.record({ route, date, vehicles: fc.option(fc.integer({ min: -1, max: 10_000 })) }),
    keepDeparture: fc.record({
      departure: fc.option(departure),
      route,
      date,
      direction,
      minute: fc.option(fc.integer({ min: 0, max: 1440 })),
      vehicles: fc.integer({ min: 0, max: 50 }),
      passengers: fc.option(fc.integer({ min: 0, max: 3_000 })),
    }),
    removeDepartures: fc.record({ departures: fc.array(departure, { minLength: 1, maxLength: 2 }) }),
    copyTimetable: fc.record({ from: date, to: date }),
  }
}
