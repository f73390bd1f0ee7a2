import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eachDate } from '../../../../shared/dates.ts'
import type { HolidayFile } from '../../../../shared/holiday-file.ts'
import { allRows } from '../../../testing/all-rows.ts'
import { type TestBook, testBook, testFolder } from '../../../testing/test-book.ts'
import { readyMadePorts } from '../ready-made-ports.ts'
import { shippedHolidays } from '../shipped-holidays.ts'

const years = [2021, 2022, 2023, 2024, 2025, 2026, 2027]

/** The dates that a shipped holiday covers, by year. */
function daysOf(country: string, ...holidays: string[]): Record<number, string[]> {
  const file = shippedHolidays.get(country)
  return Object.fromEntries(
    (file?.years ?? []).map(({ year, days }) => [
      year,
      days
        .filter(({ holiday }) => holidays.includes(holiday))
        .flatMap(({ from, to }) => [...eachDate(from, to)]),
    ]),
  )
}

/** The date of a day of another calendar in each of the years. */
function datesOf(calendar: string, month: string, day: string): Record<number, string> {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  })
  const found: Record<number, string> = {}
  for (const date of eachDate('2021-01-01', '2027-12-31')) {
    const parts = format.formatToParts(Date.parse(date))
    const part = (type: string) => parts.find((each) => each.type === type)?.value
    if (part('month') === month && part('day') === day) found[Number(date.slice(0, 4))] = date
  }
  return found
}

test('the shipped files hold 2021 to 2027 in four languages and say which years are certain', async () => {
  const book = testBook()
  const shipped = await book.done('listShippedHolidays', {})
  expect(shipped.map(({ country, years: held }) => [country, held.map(({ year }) => year)])).toEqual([
    ['CN', years],
    ['KZ', years],
  ])
  const uncertain = shipped.map(({ years: held }) =>
    held.filter(({ certain }) => !certain).map(({ year }) => year),
  )
  expect(uncertain).toEqual([[2027], [2026, 2027]])
  for (const { holidays } of shippedHolidays.values()) {
    for (const names of Object.values(holidays))
      expect(Object.keys(names).toSorted()).toEqual(['en', 'kk', 'ru', 'zh-CN'])
  }
})

test.each([
  { country: 'CN', holidays: ['spring-festival'], dates: datesOf('chinese', '1', '1') },
  { country: 'CN', holidays: ['dragon-boat'], dates: datesOf('chinese', '5', '5') },
  {
    country: 'CN',
    holidays: ['mid-autumn', 'national-day-mid-autumn'],
    dates: datesOf('chinese', '8', '15'),
  },
  { country: 'KZ', holidays: ['kurban-ait'], dates: datesOf('islamic-umalqura', '12', '10') },
])('$country $holidays.0 has the day of its own calendar in every year', ({ country, holidays, dates }) => {
  const held = daysOf(country, ...holidays)
  expect(years.filter((year) => !held[year]?.includes(dates[year] ?? ''))).toEqual([])
})

test('the ready-made ports have the holidays of both countries', () => {
  for (const { holidays } of readyMadePorts.values()) {
    expect([holidays.length, holidays.filter(({ from }) => from === '2023-11-10').length]).toEqual([
      [...shippedHolidays.values()].flatMap((file) => file.years).flatMap(({ days }) => days).length,
      0,
    ])
    expect(holidays).toContainEqual({
      country: 'KZ',
      from: '2024-10-25',
      to: '2024-10-25',
      names: { 'zh-CN': '共和国日', en: 'Republic Day', ru: 'День Республики', kk: 'Республика күні' },
    })
  }
})

const small: HolidayFile = {
  format: 1,
  country: 'CN',
  holidays: { labour: { en: 'Labour day' }, 'new-year': { en: 'New Year', 'zh-CN': '元旦' } },
  years: [
    {
      year: 2025,
      certain: true,
      source: 'a notice',
      days: [
        { holiday: 'new-year', from: '2024-12-31', to: '2025-01-01' },
        { holiday: 'labour', from: '2025-05-01', to: '2025-05-05' },
      ],
    },
  ],
}

async function imported(book: TestBook, file: unknown) {
  const path = join(book.folder, 'holidays.json')
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file))
  return book.call('importHolidays', { file: path })
}

test('a file takes the place of its country’s holidays in its years, and of no others', async () => {
  const book = testBook()
  const day = { id: null, from: '2025-05-02', to: '2025-05-02', names: { en: 'Other' } }
  await book.done('keepHoliday', { ...day, country: 'KZ' })
  await book.done('keepHoliday', { ...day, country: 'CN' })
  await book.done('keepHoliday', { ...day, country: 'CN', from: '2026-05-02', to: '2026-05-02' })
  const changes = { country: 'CN', years: [2025], savedAt: expect.any(Number) }
  const first = await imported(book, small)
  const longer = structuredClone(small)
  longer.years[0]?.days.splice(1, 1, { holiday: 'labour', from: '2025-05-01', to: '2025-05-06' })
  expect(
    [first, await imported(book, small), await imported(book, longer)].map(
      (answer) => answer.ok && answer.output,
    ),
  ).toEqual([
    { ...changes, batch: expect.any(Number), new: 1, same: 1, changed: 0, removed: 1 },
    { ...changes, batch: null, new: 0, same: 2, changed: 0, removed: 0 },
    { ...changes, batch: expect.any(Number), new: 0, same: 1, changed: 1, removed: 0 },
  ])
  const { holidays } = await book.done('readSettings', {})
  expect(holidays.map(({ country, from, to, names }) => [country, from, to, names.en])).toEqual([
    ['CN', '2024-12-31', '2025-01-01', 'New Year'],
    ['CN', '2025-05-01', '2025-05-06', 'Labour day'],
    ['KZ', '2025-05-02', '2025-05-02', 'Other'],
    ['CN', '2026-05-02', '2026-05-02', 'Other'],
  ])
})

test('the shipped file of a country is taken as it is', async () => {
  const book = testBook()
  const file = join(testFolder(), 'cn.json')
  writeFileSync(file, readFileSync('resources/holidays/cn.json'))
  const loaded = await book.done('loadShippedHolidays', { country: 'CN' })
  const again = await book.done('importHolidays', { file })
  expect([loaded.new + loaded.changed + loaded.same, again.same, again.batch]).toEqual([47, 47, null])
  expect(await book.call('loadShippedHolidays', { country: 'RU' })).toMatchObject({
    error: { code: 'unknown-country', details: { country: 'RU' } },
  })
})

const labourOn = (from: string, to: string) => ({
  ...small,
  years: [{ ...small.years[0], days: [{ holiday: 'labour', from, to }] }],
})

test.each([
  { file: 'date,name', field: '', message: 'no JSON in UTF-8' },
  { file: [], field: '' },
  { file: { ...small, country: 'China' }, field: 'country', message: 'two capital letters' },
  { file: { ...small, holidays: {} }, field: 'years.0.days.0.holiday', message: 'no names for new-year' },
  { file: { ...small, years: [...small.years, ...small.years] }, field: 'years', message: 'a year twice' },
  {
    file: labourOn('2025-05-05', '2025-05-01'),
    field: 'years.0.days.0.to',
    message: 'ends before it begins',
  },
  { file: labourOn('2026-05-01', '2026-05-05'), field: 'years.0.days.0.to', message: 'ends outside 2025' },
  { file: labourOn('2025-02-30', '2025-05-05'), field: 'years.0.days.0.from' },
  { file: { ...small, more: 1 }, field: '' },
])('a file with a fault is refused whole, naming $field', async ({ file, field, message }) => {
  const book = testBook()
  const before = allRows(book.writer.db)
  expect(await imported(book, file)).toEqual({
    ok: false,
    error: { code: 'holiday-file-wrong', details: { field, message: message ?? expect.any(String) } },
  })
  expect(allRows(book.writer.db)).toEqual(before)
})

test('a file that is not there, or is a folder, is refused as such', async () => {
  const book = testBook()
  const codeOf = async (file: string) => {
    const answer = await book.call('importHolidays', { file })
    return answer.ok ? null : answer.error.code
  }
  expect([await codeOf(join(book.folder, 'none.json')), await codeOf(book.folder)]).toEqual([
    'file-missing',
    'file-unreadable',
  ])
})
