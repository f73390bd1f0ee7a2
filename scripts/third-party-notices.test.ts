import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { shippedPackages } from './shipped-packages.ts'
import { keptNotices, thirdPartyNotices } from './third-party-notices.ts'

const packages = shippedPackages(fileURLToPath(new URL('..', import.meta.url)))

test('the kept notices name exactly what ships now; npm run notices makes them anew', () => {
  expect(keptNotices()).toBe(thirdPartyNotices())
})

test('what packages need themselves ships as well, tools do not', () => {
  const names = packages.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['better-sqlite3', 'electron', 'react-dom', 'scheduler', 'zod']),
  )
  expect(names).not.toEqual(expect.arrayContaining(['vitest']))
  expect(names).not.toEqual(expect.arrayContaining(['@electron/get']))
})

test('every package that ships has a licence that allows it', () => {
  const known = ['MIT', 'BlueOak-1.0.0', 'ISC', 'BSD-3-Clause', 'BSD-2-Clause', 'Apache-2.0', '0BSD']
  for (const { name, license } of packages) expect(known, name).toContain(license)
})

test('a licence is named, and its text is there', () => {
  const without = packages.filter(({ text }) => text === '').map(({ name }) => name)
  expect(without).toEqual([])
})
