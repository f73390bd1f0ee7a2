import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findElectronBinary, findElectronPackage } from './electron-binary.ts'
import { recallRefusal, refusalFile, rememberRefusal } from './electron-refusal.ts'
import { isFresh } from './fresh-build.ts'
import { readStartArguments } from './start-arguments.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'portbook-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, text = '', atS = 1_000): string {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, text)
  utimesSync(file, atS, atS)
  return file
}

test("Electron's package is found without importing it", () => {
  expect(findElectronPackage()).toEqual({
    version: expect.stringMatching(/^\d+\./),
    folder: expect.stringMatching(/electron$/),
  })
})

test("Electron's binary counts only where it really is", () => {
  const electron = { version: '1.0.0', folder }
  expect(findElectronBinary(electron, {}, 'linux')).toBeNull()
  write('path.txt', 'electron')
  expect(findElectronBinary(electron, {}, 'linux')).toBeNull()
  const file = write('dist/electron')
  expect(findElectronBinary(electron, {}, 'linux')).toBe(file)
})

test('another folder may hold the binary, before anything was downloaded', () => {
  const file = write('elsewhere/electron.exe')
  const env = { ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'elsewhere') }
  expect(findElectronBinary({ version: '1.0.0', folder }, env, 'win32')).toBe(file)
})

test('a refused download is remembered for a week, for this version and this source', () => {
  const file = path.join(folder, 'cache', 'refused.json')
  const day = 24 * 3_600_000
  rememberRefusal(file, { version: '45.4.1', mirror: null, atMs: 10 * day, reason: 'no network' })
  expect(recallRefusal(file, '45.4.1', null, 16 * day)).toBe('no network')
  expect(recallRefusal(file, '45.4.1', null, 17 * day)).toBeNull()
  expect(recallRefusal(file, '45.4.2', null, 11 * day)).toBeNull()
  expect(recallRefusal(file, '45.4.1', 'https://mirror.example/', 11 * day)).toBeNull()
  expect(recallRefusal(file, '45.4.1', null, 9 * day)).toBeNull()
})

test('a damaged memory of a refusal is none', () => {
  expect(recallRefusal(write('refused.json', '{"ver'), '45.4.1', null, 0)).toBeNull()
  expect(recallRefusal(path.join(folder, 'none.json'), '45.4.1', null, 0)).toBeNull()
})

test("the memory lies in each system's cache folder", () => {
  expect(refusalFile({}, 'linux', '/home/a')).toBe('/home/a/.cache/portbook/electron-refused.json')
  expect(refusalFile({}, 'darwin', '/Users/a')).toBe('/Users/a/Library/Caches/Portbook/electron-refused.json')
  expect(refusalFile({ PORTBOOK_HOME: '/t' }, 'linux', '/home/a')).toBe('/t/cache/electron-refused.json')
})

test('a build is fresh only if all of it is younger than every source', () => {
  expect(isFresh(folder)).toBe(false)
  write('src/main/one.ts', '', 1_000)
  write('out/main/index.js', '', 2_000)
  expect(isFresh(folder)).toBe(false)
  write('out/renderer/index.html', '', 2_000)
  expect(isFresh(folder)).toBe(false)
  write('out/main/web.js', '', 2_000)
  expect(isFresh(folder)).toBe(true)
  write('src/renderer/app/two.tsx', '', 2_500)
  expect(isFresh(folder)).toBe(false)
  for (const file of ['index.js', 'web.js']) write(`out/main/${file}`, '', 3_000)
  expect(isFresh(folder)).toBe(false)
})

test('what npm start is given goes on to the program, with the book seen from where the user stands', () => {
  expect(readStartArguments(['--web', '--book', 'a.portbook'], '/home/a')).toEqual({
    web: true,
    electron: false,
    rest: ['--book', path.resolve('/home/a', 'a.portbook')],
  })
  expect(readStartArguments(['--electron', '--book=b.portbook'], '/home/a')).toEqual({
    web: false,
    electron: true,
    rest: [`--book=${path.resolve('/home/a', 'b.portbook')}`],
  })
  expect(readStartArguments(['--no-browser'], '/')).toEqual({
    web: true,
    electron: false,
    rest: ['--no-browser'],
  })
})
