import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { noWindowSettings } from '../../shared/window-settings.ts'
import { testFolder } from '../testing/test-book.ts'
import { KeptWindowSettings, readWindowSettings } from './window-settings.ts'

const table = { hidden: ['source'], order: ['count', 'date'], widths: { date: 160 }, sort: null }

const settingsIn = (folder: string) => {
  let told = 0
  const settings = new KeptWindowSettings(folder, () => {
    told += 1
  })
  return { settings, told: () => told }
}

const withText = (text: string): string => {
  const folder = testFolder()
  writeFileSync(join(folder, 'window-settings.json'), text)
  return folder
}

test('what is kept is there for the next start, part by part, and nothing else is left in the folder', () => {
  const folder = join(testFolder(), 'new')
  const { settings, told } = settingsIn(folder)
  expect(settings.call('readWindowSettings', {})).toEqual(noWindowSettings)
  settings.call('keepWindowSettings', { language: 'kk' })
  settings.call('keepWindowSettings', { theme: 'dark' })
  settings.call('keepWindowSettings', { tables: { counts: table } })
  const all = settings.call('keepWindowSettings', { tables: { journal: { ...table, hidden: [] } } })
  expect({ all, again: readWindowSettings(folder), told: told(), files: readdirSync(folder) }).toEqual({
    all: { language: 'kk', theme: 'dark', tables: { counts: table, journal: { ...table, hidden: [] } } },
    again: all,
    told: 4,
    files: ['window-settings.json'],
  })
})

test('what another program kept meanwhile is not lost', () => {
  const folder = testFolder()
  const [one, other] = [settingsIn(folder).settings, settingsIn(folder).settings]
  one.call('keepWindowSettings', { language: 'ru' })
  expect(other.call('keepWindowSettings', { theme: 'light' })).toEqual({
    ...noWindowSettings,
    language: 'ru',
    theme: 'light',
  })
})

test.each(['', '{', '[]', 'null', '7', `"${'x'.repeat(70_000)}"`])(
  'a damaged file %# counts as no settings, and the next change replaces it',
  (text) => {
    const folder = withText(text)
    expect(readWindowSettings(folder)).toEqual(noWindowSettings)
    settingsIn(folder).settings.call('keepWindowSettings', { language: 'en' })
    expect(JSON.parse(readFileSync(join(folder, 'window-settings.json'), 'utf8'))).toEqual({
      ...noWindowSettings,
      language: 'en',
    })
  },
)

test('a damaged part is dropped, and fields of a later version; the rest holds', () => {
  const folder = withText(
    JSON.stringify({
      language: 'tlh',
      theme: 'dark',
      tables: { counts: { ...table, later: 1 }, journal: { ...table, widths: { date: -1 } } },
      later: true,
    }),
  )
  expect(readWindowSettings(folder)).toEqual({ language: null, theme: 'dark', tables: { counts: table } })
})

test('of more tables than there can be the ones kept longest go', () => {
  const { settings } = settingsIn(testFolder())
  const names = Array.from({ length: 25 }, (_, index) => `table-${String.fromCharCode(97 + index)}`)
  for (const name of names) settings.call('keepWindowSettings', { tables: { [name]: table } })
  expect(Object.keys(settings.call('readWindowSettings', {}).tables)).toEqual(names.slice(-20))
})

test('settings that cannot be written hold until the program ends', () => {
  const folder = testFolder()
  mkdirSync(join(folder, 'window-settings.json'))
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { settings, told } = settingsIn(folder)
  settings.call('keepWindowSettings', { theme: 'light' })
  settings.call('keepWindowSettings', { language: 'ru' })
  expect({
    now: settings.call('readWindowSettings', {}),
    told: told(),
    logged: logged.mock.calls.length,
  }).toEqual({ now: { ...noWindowSettings, theme: 'light', language: 'ru' }, told: 2, logged: 2 })
  logged.mockRestore()
})

test('any input at all is kept or refused, and the file can always be read again', () => {
  const folder = testFolder()
  const { settings } = settingsIn(folder)
  const column = fc.constantFrom('date', 'count', '__proto__', 'Ä', '')
  const shaped = fc.record(
    {
      language: fc.constantFrom('en', 'kk', null, 'xx'),
      theme: fc.constantFrom('dark', 'system', 'blue'),
      tables: fc.dictionary(
        column,
        fc.record({
          hidden: fc.array(column),
          order: fc.array(column, { maxLength: 60 }),
          widths: fc.dictionary(column, fc.integer()),
          sort: fc.constantFrom(null, { column: 'date', direction: 'ascending' }),
        }),
      ),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(shaped, fc.anything()), (input) => {
      const before = readWindowSettings(folder)
      try {
        expect(settings.call('keepWindowSettings', input)).toEqual(readWindowSettings(folder))
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'ZodError') throw error
        expect(readWindowSettings(folder)).toEqual(before)
      }
    }),
    { numRuns: 200, seed: 7 },
  )
})
