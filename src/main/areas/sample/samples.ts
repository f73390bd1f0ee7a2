import { addDays } from '../../../shared/dates.ts'
import { hall, railway, yard } from './checkpoints.ts'
import { alongLevels, byMonthlyMeans, withOlderYears } from './passenger-days.ts'
import type { Sample } from './sample.ts'
import type { SamplePart } from './sample-figures.ts'
import { horgosStaffing } from './staffing/horgos-staffing.ts'
import { jeminayStaffing } from './staffing/jeminay-staffing.ts'
import { jeminayTrade } from './trade/jeminay-trade.ts'

const zone = 'Asia/Shanghai'
const morningAndAfternoon: SamplePart[] = [
  { period: 'morning', startsMinute: 10 * 60, endsMinute: 15 * 60, weight: 0.56 },
  { period: 'afternoon', startsMinute: 15 * 60, endsMinute: 20 * 60, weight: 0.44 },
]
const roundTheClock: SamplePart[] = [
  { period: 'night/2', startsMinute: 0, endsMinute: 6 * 60, weight: 0.06 },
  { period: 'morning', startsMinute: 6 * 60, endsMinute: 14 * 60, weight: 0.48 },
  { period: 'afternoon', startsMinute: 14 * 60, endsMinute: 22 * 60, weight: 0.42 },
  { period: 'night/1', startsMinute: 22 * 60, endsMinute: 24 * 60, weight: 0.04 },
]
const dayAndNight: SamplePart[] = [
  { period: 'night/2', startsMinute: 0, endsMinute: 8 * 60, weight: 0.24 },
  { period: 'daytime', startsMinute: 8 * 60, endsMinute: 20 * 60, weight: 0.64 },
  { period: 'night/1', startsMinute: 20 * 60, endsMinute: 24 * 60, weight: 0.12 },
]

/** The first of the last four weeks, in which the passenger halls counted by hour. */
const lastWeeks = (lastDay: string): string => addDays(lastDay, -27)

const jeminayFrom = '2023-07-01'

/**
 * Passenger inspection resumed in July 2023; published are a daily mean of 170 in August 2023 and of 500 in August 2024
 * (+194 %), days above 700, and over 100,000 people in all. Between them the rise has a winter dip.
 */
const jeminayMeans = {
  '2023-07': 120,
  '2023-08': 170,
  '2023-09': 205,
  '2023-10': 235,
  '2023-11': 205,
  '2023-12': 160,
  '2024-01': 145,
  '2024-02': 150,
  '2024-03': 205,
  '2024-04': 235,
  '2024-05': 290,
  '2024-06': 330,
  '2024-07': 440,
  '2024-08': 500,
}
const busySaturdays = ['2024-07-20', '2024-07-27', '2024-08-03', '2024-08-10', '2024-08-17', '2024-08-24']
const jeminayPeaks = new Map(busySaturdays.map((date) => [date, 1.18]))

const jeminayTo = '2024-08-31'
const jeminayPeople = { mainland: 0.4, hmt: 0.004, kazakhstan: 0.56, 'other-foreigners': 0.036 }

const jeminay: Sample = {
  port: 'jeminay',
  zone,
  firstDay: jeminayFrom,
  lastDay: jeminayTo,
  checkpoints: [
    hall(
      { port: 'jeminay', code: 'passenger-hall', parts: morningAndAfternoon },
      withOlderYears('jeminay', jeminayFrom, 100, byMonthlyMeans('jeminay', jeminayMeans, jeminayPeaks)),
      jeminayPeople,
      true,
      lastWeeks(jeminayTo),
      { date: jeminayTo, period: 'morning', direction: 'entry', hour: 11, factor: 2.6 },
    ),
    // 207,000 t of exports a year, among them 19,827 vehicles carried out, against 3,700 t of imports.
    yard(
      {
        port: 'jeminay',
        code: 'cargo-yard',
        parts: [{ period: 'daytime', startsMinute: 10 * 60, endsMinute: 20 * 60, weight: 1 }],
      },
      { trucksOut: 42, trucksIn: 1.4, containers: 0.2 },
      jeminayFrom,
    ),
  ],
  staffing: jeminayStaffing(jeminayTo, lastWeeks(jeminayTo), Object.keys(jeminayPeople)),
  trade: jeminayTrade(jeminayTo),
}

const horgosFrom = '2023-10-01'
const horgosTo = '2023-12-31'

/** The mutual visa exemption took effect on 10 November 2023 with over 1,300 people; by the year's end it was over 2,000. */
const horgosHall = alongLevels(
  'horgos',
  [
    ['2023-10-01', 640],
    ['2023-11-09', 790],
    ['2023-11-11', 1_310],
    ['2023-12-10', 1_620],
    ['2023-12-28', 2_130],
    ['2023-12-31', 2_220],
  ],
  { '2023-11-10': 1_326 },
)
/** Several thousand a day, no part of the highway's total. */
const cooperationCentre = alongLevels('cooperation centre', [
  ['2023-10-01', 6_900],
  ['2023-11-09', 5_600],
  ['2023-12-31', 5_100],
])
const horgosPeople = {
  mainland: 0.42,
  hmt: 0.004,
  kazakhstan: 0.53,
  russia: 0.02,
  'other-foreigners': 0.026,
}

const horgos: Sample = {
  port: 'horgos',
  zone,
  firstDay: horgosFrom,
  lastDay: horgosTo,
  checkpoints: [
    hall(
      { port: 'horgos', code: 'passenger-hall', parts: roundTheClock },
      withOlderYears('horgos', horgosFrom, 580, horgosHall),
      horgosPeople,
      true,
      lastWeeks(horgosTo),
    ),
    yard(
      { port: 'horgos', code: 'cargo-yard', parts: dayAndNight },
      { trucksOut: 410, trucksIn: 55, containers: 0.3 },
      horgosFrom,
    ),
    railway({ port: 'horgos', code: 'rail', parts: dayAndNight }, horgosFrom),
    hall(
      { port: 'horgos', code: 'cooperation-centre', parts: morningAndAfternoon },
      withOlderYears('cooperation centre', horgosFrom, 6_200, cooperationCentre),
      { ...horgosPeople, mainland: 0.62, kazakhstan: 0.33 },
      false,
      lastWeeks(horgosTo),
    ),
  ],
  staffing: horgosStaffing(lastWeeks(horgosTo), Object.keys(horgosPeople)),
  trade: null,
}

/** The sample books that can be made, by the code of their port. */
export const samples: ReadonlyMap<string, Sample> = new Map(
  [jeminay, horgos].map((sample) => [sample.port, sample]),
)
