import { expect, test } from 'vitest'
import { testBook } from '../../../testing/test-book.ts'

test('the settings tell the whole port, also what has ended, with the dates of its figures', async () => {
  const book = testBook()
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: [
      { line: 'domestic', direction: 'entry', date: '2025-02', period: 'month', value: 9_000 },
      { line: 'domestic', direction: 'exit', date: '2025-03-04', period: 'night/2', value: 7 },
      { line: 'crew', direction: 'entry', date: '2025-01-31', period: 'morning@10', value: 2 },
    ],
  })
  const settings = await book.done('readSettings', {})
  const [hall, yard] = settings.checkpoints
  expect({
    ...settings,
    checkpoints: settings.checkpoints.map(({ checkpoint }) => checkpoint),
    lines: [],
  }).toEqual({
    port: 'testport',
    names: [
      { from: null, names: { en: 'Test Port', 'zh-CN': '测试口岸' } },
      { from: '2025-06-01', names: { en: 'New Test Port', 'zh-CN': '新测试口岸' } },
    ],
    zone: 'Asia/Shanghai',
    languages: ['zh-CN', 'en'],
    midnightRules: [{ from: null, rule: 'split' }],
    checkpoints: ['hall', 'yard'],
    lines: [],
    holidays: [
      {
        id: expect.any(String),
        country: 'CN',
        from: '2025-05-01',
        to: '2025-05-05',
        names: { en: 'Labour day' },
      },
    ],
    events: [],
  })
  expect({ ...hall, shifts: hall?.shifts.length }).toEqual({
    checkpoint: 'hall',
    names: [
      { from: null, names: { en: 'Passenger hall' } },
      { from: '2025-06-01', names: { en: 'Joint inspection hall' } },
    ],
    kind: 'passengers',
    directions: ['entry', 'exit'],
    from: null,
    to: null,
    figures: { first: '2025-01-31', last: '2025-03-04' },
    sheet: [
      { line: 'domestic', from: null, to: null, figures: { first: '2025-02-28', last: '2025-03-04' } },
      { line: 'foreign', from: null, to: null, figures: null },
      { line: 'diplomats', from: null, to: null, figures: null },
      { line: 'e-gate', from: null, to: null, figures: null },
      { line: 'crew', from: null, to: null, figures: { first: '2025-01-31', last: '2025-01-31' } },
      { line: 'buses', from: null, to: null, figures: null },
    ],
    shifts: 3,
    seasons: [],
    closures: [
      {
        id: expect.any(String),
        from: '2025-05-01',
        to: '2025-05-01',
        starts: null,
        ends: null,
        reason: { en: 'Labour day' },
      },
      {
        id: expect.any(String),
        from: '2025-05-02',
        to: '2025-05-02',
        starts: '10:00',
        ends: '12:00',
        reason: { en: 'Power cut' },
      },
    ],
  })
  expect(
    hall?.shifts.map(({ shift, starts, ends, overMidnight, figures }) => [
      shift,
      starts,
      ends,
      overMidnight,
      figures,
    ]),
  ).toEqual([
    ['morning', '10:00', '15:00', false, { first: '2025-01-31', last: '2025-01-31' }],
    ['afternoon', '15:00', '20:00', false, null],
    // The night of the 3rd to the 4th of March began on the 3rd.
    ['night', '22:00', '06:00', true, { first: '2025-03-03', last: '2025-03-03' }],
  ])
  expect(yard?.figures).toBeNull()
  expect(settings.lines.map(({ line, parent, checkpoints }) => [line, parent, checkpoints])).toEqual([
    ['domestic', null, ['hall']],
    ['foreign', null, ['hall']],
    ['diplomats', { line: 'foreign' }, ['hall']],
    ['e-gate', { total: 'passengers' }, ['hall']],
    ['crew', null, ['hall', 'yard']],
    ['buses', null, ['hall']],
    ['trucks', null, ['yard']],
  ])
})

test('the holidays of a span are those that touch it', async () => {
  const book = testBook()
  const touching = async (from: string, to: string) => (await book.done('listHolidays', { from, to })).length
  expect([
    await touching('2025-05-05', '2025-05-31'),
    await touching('2025-05-06', '2025-05-31'),
    await touching('2025-04-01', '2025-05-01'),
  ]).toEqual([1, 0, 1])
})
