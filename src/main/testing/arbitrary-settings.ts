import fc from 'fast-check'

/** Changes of the settings as people and mistaken windows bring them. */

const checkpoint = fc.constantFrom('hall', 'yard', 'gate', 'nowhere')
const line = fc.constantFrom('domestic', 'foreign', 'crew', 'diplomats', 'buses', 'trucks', 'cars', 'minors')
const shift = fc.constantFrom('morning', 'afternoon', 'night', 'late', 'day')
const code = fc.constantFrom(
  'gate',
  'cars',
  'minors',
  'late',
  'hall',
  'crew',
  'day',
  'а',
  'x'.repeat(41),
  '-',
  '',
)
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('North gate', '北门', 'Северные ворота', '=1+1') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '   ', 'a\u0000b', 'x'.repeat(10_000), '\u202egate', '\ud800'),
  },
)
const names = fc.record({ en: text, 'zh-CN': text, ru: text, kk: text }, { requiredKeys: ['en'] })
const day = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('2024-01-01', '2025-02-03', '2025-02-04', '2025-05-01', '2026-03-01'),
  },
  { weight: 1, arbitrary: fc.constantFrom('1899-12-31', '3000-01-01', '0001-01-01', '2025-02-30', 'soon') },
)
const open = fc.option(day, { freq: 2 })
const time = fc.constantFrom('00:00', '06:00', '08:00', '10:00', '15:00', '20:00', '22:00', '24:00')
const direction = fc.constantFrom('entry', 'exit')
const unit = fc.constantFrom('persons', 'vehicles', 'trains')
const total = fc.constantFrom('passengers', 'persons', 'vehicles')
const rule = fc.constantFrom('split', 'start-day')
const parent = fc.option(fc.oneof(fc.record({ line }), fc.record({ total })), { freq: 1 })
const id = fc.option(fc.constantFrom('nothing', ''), { freq: 1 })
const of = fc.oneof(
  fc.constant({ entity: 'port' }),
  fc.record({ entity: fc.constant('checkpoint'), checkpoint }),
  fc.record({ entity: fc.constant('line'), line }),
  fc.record({ entity: fc.constant('shift'), checkpoint, shift }),
)
const hours = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  opens: time,
  closes: time,
})
const row = fc.option(fc.constantFrom('2025-02-03', '2025-02-04'), { freq: 1 })
const season = fc.record({ from: row, to: row })
const country = fc.constantFrom('CN', 'KZ', 'ru', 'XX')
const confirmed = fc.boolean()
const directions = fc.uniqueArray(direction, { minLength: 1 })
const kind = fc.constantFrom('passengers', 'cargo', 'rail', 'mixed')
const dates = { from: open, to: open }
const lineFields = { unit, totals: fc.uniqueArray(total, { maxLength: 2 }), parent, ...dates }
const times = { starts: time, ends: time }

/** Inputs of the right shape for every change of the settings. @param file names of files to read */
export function settingInputs(file: fc.Arbitrary<string>) {
  return {
    readSettings: fc.constant({}),
    listHolidays: fc.record({ from: day, to: day }),
    exportPort: fc.constant({}),
    keepLanguages: fc.record({
      languages: fc.array(fc.constantFrom('zh-CN', 'en', 'ru', 'kk'), { minLength: 1, maxLength: 4 }),
    }),
    keepNames: fc.record({ of, from: open, names }),
    removeNames: fc.record({ of, from: fc.oneof(day, fc.constant('2025-06-01')) }),
    keepMidnightRule: fc.record({ from: open, rule }),
    removeMidnightRule: fc.record({ from: fc.oneof(day, fc.constant('2025-02-03')) }),
    addCheckpoint: fc.record({
      checkpoint: code,
      names,
      kind,
      directions,
      lines: fc.array(line, { minLength: 1, maxLength: 4 }),
      ...dates,
    }),
    changeCheckpoint: fc.record({ checkpoint, kind, directions, ...dates }),
    removeCheckpoint: fc.record({ checkpoint }),
    orderCheckpoints: fc.record({
      checkpoints: fc.shuffledSubarray(['hall', 'yard', 'gate'], { minLength: 2 }),
    }),
    addLine: fc.record({ line: code, names, ...lineFields }),
    changeLine: fc.record({ line, ...lineFields }),
    removeLine: fc.record({ line }),
    keepSheetLine: fc.record({ checkpoint, line, ...dates }),
    removeSheetLine: fc.record({ checkpoint, line }),
    orderSheet: fc.record({
      checkpoint,
      lines: fc.shuffledSubarray(['trucks', 'crew', 'cars'], { minLength: 2 }),
    }),
    addShift: fc.record({ checkpoint, shift: code, names, ...times, ...dates }),
    changeShift: fc.record({ checkpoint, shift, row, ...times, ...dates }),
    changeShiftTimes: fc.record({
      checkpoint: fc.constantFrom('hall', 'hall', 'hall', 'nowhere'),
      shift,
      from: day,
      ...times,
    }),
    removeShift: fc.record({ checkpoint, shift, row }),
    keepSeason: fc.record({
      checkpoint,
      replaces: fc.option(season, { freq: 1 }),
      ...dates,
      hours: fc.array(hours, { minLength: 1, maxLength: 3 }),
      confirmed,
    }),
    removeSeason: fc.record({ checkpoint, season }),
    keepClosure: fc.record({
      id,
      checkpoint,
      from: day,
      to: day,
      starts: fc.option(time, { freq: 1 }),
      ends: fc.option(time, { freq: 1 }),
      reason: names,
      confirmed,
    }),
    removeClosure: fc.record({ id: fc.constantFrom('nothing', '') }),
    keepHoliday: fc.record({ id, country, from: day, to: day, names }),
    removeHoliday: fc.record({ id: fc.constantFrom('nothing', '') }),
    keepEvent: fc.record({
      id,
      kind: fc.constantFrom(null, 'fair', ' '),
      checkpoint: fc.option(checkpoint, { freq: 1 }),
      from: day,
      to: day,
      names,
    }),
    removeEvent: fc.record({ id: fc.constantFrom('nothing', '') }),
    listShippedHolidays: fc.constant({}),
    loadShippedHolidays: fc.record({ country }),
    importHolidays: fc.record({ file }),
  }
}
