import fc from 'fast-check'

/** Openings and staffing settings as people and mistaken windows bring them; for a book with `staffTestBook`. */

const checkpoint = fc.oneof(
  { weight: 6, arbitrary: fc.constant('hall') },
  { weight: 1, arbitrary: fc.constantFrom('yard', 'nowhere') },
)
const shift = fc.constantFrom('morning', 'morning', 'night', 'day', 'nowhere')
const date = fc.constantFrom('2025-02-03', '2025-02-04', '2025-05-01', '2999-12-31')
const month = fc.constantFrom('2025-01', '2025-02', '0001-01', '9999-12', '2999-12')
const channel = fc.constantFrom('m1', 'm2', 'g1', 'm2', 'idle', 'nowhere')
const direction = fc.constantFrom('entry', 'exit')
const plan = fc.constantFrom('planned', 'actual')
const starts = fc.constantFrom(600, 610, 660, 720, 840, 1320, 1500, 0)
const ends = fc.constantFrom(700, 720, 750, 850, 900, 1800, 2880)
const minute = fc.oneof(starts, ends)
const officer = fc.constantFrom('061234', '061235', 'nobody')
const kind = fc.constantFrom('manual', 'e-gate', 'vehicle', 'cargo', 'crew', 'diplomatic')
const team = fc.constantFrom('a', 'b', 'nowhere')
const line = fc.constantFrom('domestic', 'foreign', 'ghosts')
const names = fc.constantFrom({ en: 'New' }, { 'zh-CN': '新', en: ' ' }, { en: '=1+1' })
const open = fc.option(fc.constantFrom('2025-01-01', '2025-02-03', '2026-01-01', 'soon'), { freq: 1 })
const day = fc.constantFrom('2025-01-01', '2025-02-03', '2025-03-01', 'soon')
const dates = { from: open, to: open }
const time = fc.constantFrom('00:00', '08:00', '12:30', '24:00')
const kinds = fc.uniqueArray(kind, { maxLength: 3 })
const text = fc.option(fc.constantFrom('Repair', '', '维修', 'a\u0000b'), { freq: 2 })
const duty = fc.record({
  officer,
  role: fc.constantFrom('inspector', 'assistant', 'supervisor'),
  startsMinute: minute,
  endsMinute: fc.option(minute, { freq: 1 }),
})
const fields = {
  channel,
  plan,
  direction,
  startsMinute: starts,
  endsMinute: fc.option(ends),
  headCount: fc.option(fc.nat({ max: 4 })),
  duties: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(duty, { maxLength: 2 }) },
  ),
}
const place = { checkpoint, date, shift }

/** Openings that a staffed test book holds from the start, all on 2025-02-03. */
export const fuzzOpenings = Array.from(
  { length: 30 },
  (_, index) => `01948000-0000-7000-9000-${String(index).padStart(12, '0')}`,
)
const opening = fc.constantFrom(...fuzzOpenings, '01948000-0000-7000-9000-ffffffffffff')

/** @param folder of the test, with a table `openings.csv` */
export function staffingInputs(folder: string) {
  const file = fc
    .constantFrom('openings.csv', 'table.csv', 'missing.csv', 'zip.csv')
    .map((name) => `${folder}/${name}`)
  const channelFields = {
    kind,
    directions: fc.uniqueArray(direction, { minLength: 1 }),
    eligible: fc.option(fc.uniqueArray(line, { minLength: 1 })),
    ...dates,
  }
  const officerFields = {
    name: text,
    kinds,
    ...dates,
    teams: fc.array(fc.record({ team, ...dates }), { maxLength: 2 }),
  }
  const rule = {
    heads: fc.constantFrom('counted', 'named'),
    longestDutyMinutes: fc.option(fc.integer({ min: 30, max: 300 })),
    target: fc.record({
      minutes: fc.integer({ min: 1, max: 60 }),
      percent: fc.option(fc.constantFrom(80, 95)),
    }),
  }
  const servicePlace = { kind, checkpoint: fc.option(checkpoint), from: open }
  return {
    readBoard: fc.record(place),
    readChannelsNeeded: fc.record({ ...place, plan }, { requiredKeys: ['checkpoint', 'date', 'shift'] }),
    openChannel: fc.record({ ...place, ...fields }),
    recordOpenings: fc.record({
      ...place,
      openings: fc.array(fc.oneof(fc.record(fields), fc.record({ ...fields, shift: place.shift })), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
    closeChannel: fc.record({ opening, endsMinute: minute }),
    changeOpening: fc.record({ opening, ...fields }, { requiredKeys: ['opening'] }).map((change) => {
      const { plan: _, ...rest } = change as typeof change & { plan?: unknown }
      return rest
    }),
    reverseChannel: fc.record({ opening, atMinute: minute }),
    removeOpenings: fc.record({ openings: fc.array(opening, { minLength: 1, maxLength: 2 }) }),
    copyPlan: fc.record({
      checkpoint,
      shift,
      from: fc.record({ date, plan }),
      to: fc.record({ date, plan }),
      replace: fc.boolean(),
    }),
    importOpenings: fc.record(
      {
        file,
        mapping: fc.record(
          {
            format: fc.constant(1),
            date: fc.constant({ column: 'date', pattern: 'ISO' }),
            checkpoint: fc.constant({ code: 'hall' }),
            channel: fc.constant({ column: 'channel' }),
            direction: fc.constant({ fixed: 'entry' }),
            times: fc.constant({ from: 'from', to: 'to' }),
            plan: fc.constantFrom({ fixed: 'planned' }, { column: 'plan', words: {} }),
            heads: fc.constantFrom({ column: 'heads' }, { column: 'none' }),
          },
          { requiredKeys: ['format', 'date', 'checkpoint', 'channel', 'direction', 'times'] },
        ),
        dryRun: fc.boolean(),
      },
      { requiredKeys: ['file', 'mapping'] },
    ),
    exportOpenings: fc.record(
      {
        from: date,
        to: date,
        format: fc.constantFrom('csv', 'json', 'xlsx'),
        file: fc.constantFrom('out.csv', 'folder').map((name) => `${folder}/${name}`),
      },
      { requiredKeys: ['format', 'file'] },
    ),
    readCoverage: fc.record({ date, checkpoint }, { requiredKeys: ['date'] }),
    readOfficerHours: fc.record(
      { from: month, to: month, plan, checkpoint },
      { requiredKeys: ['from', 'to'] },
    ),
    readStaffingSettings: fc.constant({}),
    listOfficers: fc.record({ date }),
    addChannel: fc.record({
      checkpoint,
      channel: fc.constantFrom('m9', 'm1', 'x'),
      names,
      ...channelFields,
    }),
    changeChannel: fc.record({ channel, ...channelFields }),
    removeChannel: fc.record({ channel: fc.constantFrom('idle', 'm1', 'nowhere') }),
    orderChannels: fc.record({
      checkpoint,
      channels: fc.constantFrom(['g1', 'm1', 'm2', 'idle'], ['m1'], ['m1', 'm1']),
    }),
    keepOutage: fc.record({
      id: fc.option(fc.constant('nothing'), { freq: 1 }),
      channel,
      from: day,
      fromTime: time,
      to: open,
      toTime: fc.option(time),
      reason: text,
      confirmed: fc.boolean(),
    }),
    removeOutage: fc.record({ id: fc.constantFrom('nothing', 'outage') }),
    keepServiceTime: fc.record({ ...servicePlace, seconds: fc.integer({ min: 1, max: 600 }) }),
    removeServiceTime: fc.record({ ...servicePlace, kind: fc.constant('manual') }),
    keepStaffingRule: fc.record({ checkpoint, from: open, ...rule }),
    removeStaffingRule: fc.record({ checkpoint, from: open }),
    addOfficer: fc.record({ officer: fc.constantFrom('061299', '０６１２', 'no way', ''), ...officerFields }),
    changeOfficer: fc.record({ officer, ...officerFields }),
    removeOfficer: fc.record({ officer: fc.constantFrom('idle', '061234', 'nobody') }),
    addTeam: fc.record({ team: fc.constantFrom('c', 'a'), names, ...dates }),
    changeTeam: fc.record({ team, ...dates }),
    removeTeam: fc.record({ team: fc.constantFrom('idle', 'a', 'nowhere') }),
    orderTeams: fc.record({ teams: fc.constantFrom(['b', 'a', 'idle'], ['a']) }),
    keepRota: fc.record({
      checkpoint,
      replaces: fc.option(fc.constant('2025-01-01')),
      from: day,
      to: open,
      cycleDays: fc.integer({ min: 1, max: 4 }),
      days: fc.array(fc.record({ day: fc.integer({ min: 1, max: 4 }), shift, team }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
    removeRota: fc.record({ checkpoint, from: day }),
  }
}
