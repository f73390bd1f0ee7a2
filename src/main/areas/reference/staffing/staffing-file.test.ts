import { expect, test } from 'vitest'
import type { OutputOf } from '../../../../shared/contract/index.ts'
import { PortFile, type PortFileInput } from '../../../../shared/port-file.ts'
import { busTestBook } from '../../../testing/bus-test-book.ts'
import { staffTestBook } from '../../../testing/staff-test-book.ts'
import { testBook } from '../../../testing/test-book.ts'
import { testPort } from '../../../testing/test-port.ts'
import { readyMadePorts } from '../ready-made-ports.ts'

test('a port file gives channels, times, rules, teams, rotas and routes back, and leaves people out', async () => {
  const book = testBook()
  await staffTestBook(book)
  await busTestBook(book)
  await book.done('keepServiceTime', { kind: 'manual', checkpoint: 'hall', from: '2025-01-01', seconds: 60 })
  await book.done('keepServiceTime', { kind: 'e-gate', checkpoint: null, from: null, seconds: 12 })
  await book.done('keepStaffingRule', {
    checkpoint: 'hall',
    from: null,
    heads: 'named',
    longestDutyMinutes: 120,
    target: { minutes: 20, percent: 95 },
  })
  await book.done('keepNames', {
    of: { entity: 'channel', channel: 'm1' },
    from: '2025-06-01',
    names: { en: 'First' },
  })
  const outage = { id: null, channel: 'm1', confirmed: true } as const
  await book.done('keepOutage', {
    ...outage,
    ...{ from: '2025-03-01', fromTime: '00:00', to: null, toTime: null, reason: 'Repair' },
  })
  await book.done('keepOutage', {
    ...outage,
    ...{ from: '2025-02-01', fromTime: '12:30', to: '2025-02-03', toTime: '09:00', reason: null },
  })
  await book.done('keepOutage', {
    ...outage,
    ...{ from: '2025-01-01', fromTime: '08:00', to: '2025-01-05', toTime: '00:00', reason: null },
  })
  const { text } = await book.done('exportPort', {})
  const again = testBook(PortFile.parse(JSON.parse(text)))
  const settings = withoutIds(await book.done('readStaffingSettings', {}))
  expect([
    withoutIds(await again.done('readStaffingSettings', {})),
    await again.done('readRoutes', {}),
    (await again.done('exportPort', {})).text,
  ]).toEqual([{ ...settings, officers: [] }, await book.done('readRoutes', {}), text])
})

/** Outages are known by ids of each book's own. */
const withoutIds = (settings: OutputOf<'readStaffingSettings'>) => ({
  ...settings,
  checkpoints: settings.checkpoints.map((checkpoint) => ({
    ...checkpoint,
    channels: checkpoint.channels.map((channel) => ({
      ...channel,
      outages: channel.outages.map(({ id: _, ...outage }) => outage),
    })),
  })),
})

test('what a checkpoint does not count or work any more stays out of the file', async () => {
  const book = testBook()
  await staffTestBook(book)
  const hall = { checkpoint: 'hall', kind: 'passengers', from: null, to: null } as const
  await book.done('changeCheckpoint', { ...hall, directions: ['exit'] })
  const { text } = await book.done('exportPort', {})
  const { staffing } = PortFile.parse(JSON.parse(text))
  expect(staffing?.channels.map(({ code, directions }) => [code, directions])).toEqual([
    ['m1', ['exit']],
    ['g1', ['exit']],
    ['idle', ['exit']],
  ])
})

test('the ready-made ports come with their channels, and Horgos with four bus routes', async () => {
  const codes = Object.fromEntries(
    [...readyMadePorts].map(([code, port]) => [
      code,
      [
        port.staffing?.channels.length,
        port.staffing?.routes.map((route) => [route.code, route.crossesBorder]),
      ],
    ]),
  )
  expect(codes).toEqual({
    horgos: [
      33,
      [
        ['urumqi', false],
        ['yining', false],
        ['yarkent', true],
        ['almaty', true],
      ],
    ],
    jeminay: [7, []],
  })
})

const channel = { code: 'm1', checkpoint: 'hall', names: { en: 'M1' }, kind: 'manual' } as const
const team = { code: 'a', names: { en: 'A' } }
const rota = {
  checkpoint: 'hall',
  from: '2025-01-01',
  cycleDays: 1,
  days: [{ day: 1, shift: 'morning', team: 'a' }],
}
const route = { code: 'almaty', names: { en: 'Almaty' }, crossesBorder: true }
const time = { kind: 'manual', seconds: 60 } as const
const rule = { checkpoint: 'hall', target: { minutes: 30 } }

test.each([
  ['a code twice', { channels: [channel, channel] }, 'channels'],
  ['an unknown checkpoint', { channels: [{ ...channel, checkpoint: 'gate' }] }, 'channels.0'],
  ['an unknown line', { channels: [{ ...channel, eligible: ['ghosts'] }] }, 'channels.0.eligible'],
  [
    'a direction twice',
    { channels: [{ ...channel, directions: ['exit', 'exit'] as 'exit'[] }] },
    'channels.0',
  ],
  [
    'ends before it begins',
    { channels: [{ ...channel, from: '2025-02-01', to: '2025-01-01' }] },
    'channels.0',
  ],
  [
    'ends before it begins',
    { channels: [{ ...channel, outages: [{ from: '2025-02-02', to: '2025-02-01' }] }] },
    'channels.0.outages.0',
  ],
  ['two service times from the same date', { serviceTimes: [time, time] }, 'serviceTimes'],
  ['two rules from the same date', { rules: [rule, rule] }, 'rules'],
  ['an unknown team', { rotas: [rota] }, 'rotas.0.days.0'],
  [
    'a day beyond the rota',
    { teams: [team], rotas: [{ ...rota, days: [{ ...rota.days[0], day: 2 }] }] },
    'rotas.0.days.0',
  ],
  [
    'an unknown shift',
    { teams: [team], rotas: [{ ...rota, days: [{ ...rota.days[0], shift: 'late' }] }] },
    'rotas.0.days.0',
  ],
  [
    'two rotas at the same time',
    { teams: [team], rotas: [rota, { ...rota, from: '2025-02-01' }] },
    'rotas.1',
  ],
  [
    'a route that stays inland has no line',
    { routes: [{ ...route, crossesBorder: false, busLine: 'buses' }] },
    'routes.0',
  ],
  ['a line that does not count vehicles', { routes: [{ ...route, busLine: 'domestic' }] }, 'routes.0'],
  ['a line that does not count persons', { routes: [{ ...route, passengerLine: 'ghosts' }] }, 'routes.0'],
])('%s is a fault of a port file', (message, staffing, path) => {
  const result = PortFile.safeParse({ ...testPort, staffing } as PortFileInput)
  expect(result.error?.issues.map((issue) => [issue.message, issue.path.join('.')])).toEqual([
    [message, `staffing.${path}`],
  ])
})
