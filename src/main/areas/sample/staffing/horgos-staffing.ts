import { directions } from '../../../../shared/words.ts'
import { visaFreeFrom } from '../passenger-part.ts'
import type { SampleSetting, SampleStaffing, StaffedCheckpoint } from './sample-staffing.ts'

const always = { from: null, to: null }
const roundTheClock = [
  { code: 'morning', from: 360, to: 840, busy: { from: 480, to: 795 } },
  { code: 'afternoon', from: 840, to: 1320 },
  { code: 'night', from: 1320, to: 1800 },
]
const dayAndNight = [
  { code: 'daytime', from: 480, to: 1200 },
  { code: 'night', from: 1200, to: 1920 },
]
const openDay = [
  { code: 'morning', from: 600, to: 900 },
  { code: 'afternoon', from: 900, to: 1200 },
]
const trucks = ['trucks-loaded', 'trucks-empty']

/** Horgos: more manual channels from the first visa-free day on, and 60 buses on its routes. */
export function horgosStaffing(timesFrom: string, passengerLines: readonly string[]): SampleStaffing {
  const checkpoints: StaffedCheckpoint[] = [
    {
      code: 'passenger-hall',
      shifts: roundTheClock,
      ways: {
        entry: {
          byLoad: ['m1', 'm2', 'm3', 'm4'],
          throughout: ['v1', 'w1'],
          eGates: ['e1', 'e2'],
        },
        exit: {
          byLoad: ['m5', 'm6', 'm7', 'm8'],
          throughout: ['v2', 'w2'],
          eGates: ['e3', 'e4'],
        },
      },
      lines: passengerLines,
      perHour: 24,
    },
    {
      code: 'cargo-yard',
      shifts: dayAndNight,
      ways: {
        entry: { byLoad: ['c2', 'c3', 'c4'], throughout: ['c1'], eGates: [] },
        exit: { byLoad: ['c6', 'c7', 'c8'], throughout: ['c5'], eGates: [] },
      },
      lines: trucks,
      perHour: 9,
    },
    {
      code: 'rail',
      shifts: dayAndNight,
      ways: {
        entry: { byLoad: [], throughout: ['rail-w1'], eGates: [] },
        exit: { byLoad: [], throughout: ['rail-w2'], eGates: [] },
      },
      lines: ['crew'],
      perHour: 40,
    },
    {
      code: 'cooperation-centre',
      shifts: openDay,
      ways: {
        entry: {
          byLoad: [],
          throughout: ['centre-m1', 'centre-m2'],
          eGates: ['centre-e1', 'centre-e2'],
        },
        exit: {
          byLoad: [],
          throughout: ['centre-m3', 'centre-m4'],
          eGates: ['centre-e3', 'centre-e4'],
        },
      },
      lines: passengerLines,
      perHour: 120,
    },
  ]
  return {
    settings: settings(),
    checkpoints,
    buses: {
      checkpoint: 'passenger-hall',
      passengerLines,
      crossing: { yarkent: 0.4, almaty: 0.6 },
      inland: { urumqi: 6, yining: 10 },
      deployed: [
        { from: '0001-01-01', vehicles: { urumqi: 8, yining: 6, yarkent: 6, almaty: 10 } },
        { from: visaFreeFrom, vehicles: { urumqi: 14, yining: 12, yarkent: 14, almaty: 20 } },
      ],
      timesFrom,
    },
  }
}

function settings(): SampleSetting[] {
  const crew = (checkpoint: string, channel: string): SampleSetting => ({
    operation: 'addChannel',
    input: {
      checkpoint,
      channel,
      names: { 'zh-CN': 'W2', en: 'W2', ru: 'W2', kk: 'W2' },
      kind: 'crew',
      directions: [...directions],
      eligible: ['crew'],
      ...always,
    },
  })
  const rule = (checkpoint: string, percent: number | null): SampleSetting => ({
    operation: 'keepStaffingRule',
    input: {
      checkpoint,
      from: null,
      heads: 'counted',
      longestDutyMinutes: 480,
      target: { minutes: 30, percent },
    },
  })
  return [
    crew('passenger-hall', 'w2'),
    crew('rail', 'rail-w2'),
    {
      operation: 'keepServiceTime',
      input: { kind: 'manual', checkpoint: 'passenger-hall', from: null, seconds: 74 },
    },
    // Visitors of the Cooperation Centre are known from the day before.
    {
      operation: 'keepServiceTime',
      input: { kind: 'manual', checkpoint: 'cooperation-centre', from: null, seconds: 40 },
    },
    {
      operation: 'keepServiceTime',
      input: { kind: 'vehicle', checkpoint: null, from: null, seconds: 150 },
    },
    rule('passenger-hall', null),
    rule('cargo-yard', 90),
    rule('cooperation-centre', 95),
  ]
}
