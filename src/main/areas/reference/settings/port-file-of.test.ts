import { expect, test } from 'vitest'
import type { InputOf } from '../../../../shared/contract/index.ts'
import { PortFile } from '../../../../shared/port-file.ts'
import { testBook } from '../../../testing/test-book.ts'

const always = { from: null, to: null }
const names = { en: 'Gate', 'zh-CN': '北门' }
const domestic: Omit<InputOf<'changeLine'>, 'line'> = {
  unit: 'persons',
  totals: ['passengers', 'persons'],
  parent: null,
  ...always,
}
const hall: InputOf<'changeCheckpoint'> = {
  checkpoint: 'hall',
  kind: 'passengers',
  directions: ['entry', 'exit'],
  ...always,
}

test('settings go out as a port file from which a new book gets the same ones', async () => {
  const book = testBook()
  await book.done('changeShiftTimes', {
    checkpoint: 'hall',
    shift: 'night',
    from: '2025-03-01',
    starts: '22:00',
    ends: '05:00',
  })
  await book.done('keepNames', {
    of: { entity: 'shift', checkpoint: 'hall', shift: 'night' },
    from: '2025-04-01',
    names: { en: 'Small hours' },
  })
  await book.done('keepSheetLine', {
    checkpoint: 'hall',
    line: 'trucks',
    from: '2025-01-01',
    to: '2025-12-31',
  })
  await book.done('addLine', {
    line: 'children',
    names,
    ...domestic,
    totals: [],
    parent: { line: 'domestic' },
  })
  await book.done('keepMidnightRule', { from: '2025-07-01', rule: 'start-day' })
  await book.done('keepLanguages', { languages: ['kk', 'en'] })
  await book.done('keepSeason', {
    checkpoint: 'yard',
    replaces: null,
    from: null,
    to: '2025-05-31',
    hours: [
      { weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '10:00', closes: '14:00' },
      { weekdays: [1, 2], opens: '15:00', closes: '24:00' },
    ],
  })
  await book.done('changeCheckpoint', {
    ...hall,
    checkpoint: 'yard',
    kind: 'cargo',
    directions: ['exit'],
    from: '2020-01-01',
  })
  await book.done('loadShippedHolidays', { country: 'KZ' })
  const dates = { from: '2025-06-01', to: '2025-06-03' }
  await book.done('keepEvent', {
    id: null,
    kind: 'fair',
    checkpoint: 'hall',
    ...dates,
    names: { en: 'Fair' },
  })
  await book.done('keepEvent', { id: null, kind: null, checkpoint: null, ...dates, names: { en: 'Flood' } })
  const { name, text } = await book.done('exportPort', {})
  const again = testBook(PortFile.parse(JSON.parse(text)))
  const ids = { id: expect.any(String) }
  const settings = await book.done('readSettings', {})
  expect(name).toBe('testport.json')
  expect(await again.done('readSettings', {})).toEqual({
    ...settings,
    holidays: settings.holidays.map((holiday) => ({ ...holiday, ...ids })),
    events: settings.events.map((event) => ({ ...event, ...ids })),
    checkpoints: settings.checkpoints.map((checkpoint) => ({
      ...checkpoint,
      closures: checkpoint.closures.map((each) => ({ ...each, ...ids })),
    })),
  })
})
