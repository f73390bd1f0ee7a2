import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findBrowser } from '../../browser/find-browser.ts'
import { userFolders } from './folders.ts'
import { writeLinkPage } from './link-page.ts'
import { browserCommand } from './open-browser.ts'
import { graceMs, hasDisplay, readOptions } from './options.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'portbook-around-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function program(name: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, '')
  chmodSync(file, 0o755)
  return file
}

test('the link page can be read by the user only, and carries the token that the arguments must not', () => {
  const link = 'http://127.0.0.1:4000/#token=abc'
  const file = writeLinkPage(folder, null, link)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toContain(`url=${link}`)
  const { program: browser, args } = browserCommand('/usr/bin/chromium', file, 'linux', false)
  expect([browser, ...args]).toEqual(['/usr/bin/chromium', `--app=file://${file}`])
})

test('a link page whose token has expired is taken away by the next start', () => {
  const old = writeLinkPage(folder, null, 'http://127.0.0.1:4000/#token=abc')
  utimesSync(old, new Date(0), new Date(0))
  writeLinkPage(folder, null, 'http://127.0.0.1:4000/#token=def')
  expect(() => statSync(old)).toThrow('ENOENT')
})

test('a browser named by the environment is taken, and a wrong name is no browser', () => {
  const browser = program('my-browser')
  program('chromium')
  expect(findBrowser({ PORTBOOK_BROWSER: browser, PATH: folder }, 'linux')).toBe(browser)
  expect(findBrowser({ PORTBOOK_BROWSER: path.join(folder, 'none'), PATH: folder }, 'linux')).toBeNull()
})

test('a browser is found on the path, Chromium before Chrome before Edge', () => {
  const edge = program('microsoft-edge')
  const chrome = program('google-chrome')
  const chromium = program('chromium')
  const find = () => findBrowser({ PATH: folder }, 'linux')
  expect(find()).toBe(chromium)
  rmSync(chromium)
  if (find()?.startsWith(folder)) expect(find()).toBe(chrome)
  expect(edge).toBe(path.join(folder, 'microsoft-edge'))
})

test('without Chromium, Chrome or Edge the system opens the page in its own way', () => {
  const opener = (platform: NodeJS.Platform) => browserCommand(null, 'page.html', platform, false)
  expect(opener('linux')).toEqual({ program: 'xdg-open', args: ['page.html'] })
  expect(opener('darwin')).toEqual({ program: 'open', args: ['page.html'] })
  expect(opener('win32')).toEqual({ program: 'cmd', args: ['/c', 'start', '""', '"page.html"'] })
})

test('root on Linux gets a browser without its sandbox, which would refuse to start', () => {
  expect(browserCommand('/b', '/p.html', 'linux', true).args).toEqual([
    '--no-sandbox',
    '--app=file:///p.html',
  ])
})

test('folders are those of each system, and PORTBOOK_HOME holds all of them', () => {
  expect(userFolders({}, 'linux', '/home/a')).toEqual({
    config: '/home/a/.config/Portbook',
    state: '/home/a/.local/state/portbook',
    books: '/home/a/Documents/Portbook',
  })
  expect(userFolders({ XDG_STATE_HOME: '/s', XDG_CONFIG_HOME: '/c' }, 'linux', '/home/a')).toMatchObject({
    config: '/c/Portbook',
    state: '/s/portbook',
  })
  expect(userFolders({}, 'darwin', '/Users/a').state).toBe(
    '/Users/a/Library/Application Support/Portbook/state',
  )
  expect(userFolders({ PORTBOOK_HOME: '/t' }, 'linux', '/home/a')).toEqual({
    config: '/t',
    state: '/t/state',
    books: '/t/books',
  })
})

test('arguments are a book and whether a browser is wanted; anything else is refused', () => {
  expect(readOptions([])).toEqual({ book: null, browser: true })
  expect(readOptions(['--book', 'b.portbook', '--no-browser'])).toEqual({
    book: 'b.portbook',
    browser: false,
  })
  expect(() => readOptions(['--bok', 'b.portbook'])).toThrow("Unknown option '--bok'")
})

test('Linux without a display shows no browser, other systems always can', () => {
  expect(hasDisplay({}, 'linux')).toBe(false)
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
  expect(hasDisplay({}, 'win32')).toBe(true)
})

test('the grace time can be shortened by the environment', () => {
  expect([
    graceMs({}, 10),
    graceMs({ PORTBOOK_GRACE_MS: '5' }, 10),
    graceMs({ PORTBOOK_GRACE_MS: 'x' }, 10),
  ]).toEqual([10, 5, 10])
})
