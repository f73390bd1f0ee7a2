import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { decodeClone, encodeClone } from './clone-codec.ts'
import { type LaunchedDouble, launchElectronDouble, startElectronDouble } from './launch.ts'

const main = fileURLToPath(new URL('./fixture/main.ts', import.meta.url))

test.each([
  ['unknownMember', 'app.dock'],
  ['unknownEvent', "event 'browser-window-blur' of app"],
  ['unknownOption', 'BrowserWindow { kiosk: true }'],
  ['unsafeOption', 'webPreferences { sandbox: false }'],
])('the program stops loudly at what the double does not do: %s', async (scenario, what) => {
  const started = startElectronDouble({ main, args: [`--scenario=${scenario}`] })
  expect(await started.exited).toBe(1)
  expect(started.output()).toContain(`the Electron stand-in has no ${what}`)
})

test('a value comes back from its text as structured clone would have copied it', () => {
  const shared = { name: '霍尔果斯' }
  const value: Record<string, unknown> = {
    nothing: undefined,
    numbers: [Number.NaN, Number.NEGATIVE_INFINITY, -0, 1.5, 10n],
    date: new Date(0),
    invalid: new Date(Number.NaN),
    map: new Map<unknown, unknown>([[shared, new Set([1, 'a'])]]),
    bytes: new Uint8Array([0, 255]),
    floats: new Float64Array([0.1]),
    buffer: new Uint8Array([1, 2]).buffer,
    pattern: /a+/giu,
    error: new RangeError('far', { cause: 'cold' }),
    again: shared,
    // biome-ignore lint/suspicious/noSparseArray: a hole is one of the things that crosses
    sparse: [1, , 3],
  }
  value.self = value
  expect(decodeClone(encodeClone(value))).toStrictEqual(structuredClone(value))
  for (const refused of [() => 1, { deep: [Symbol('s')] }, Promise.resolve()]) {
    expect(() => encodeClone(refused)).toThrow('An object could not be cloned.')
  }
})

describe.skipIf(findBrowser() === null)('in a browser', () => {
  let folder: string
  let double: LaunchedDouble
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'electron-double-test-'))
    double = await launchElectronDouble({ main, folder })
  }, 20_000)
  afterAll(async () => {
    await double.kill()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  /** Evaluates an expression in the page's own world. */
  const inPage = (expression: string): Promise<unknown> => double.page.evaluate(expression)
  const failure = (expression: string): Promise<unknown> =>
    inPage(`(async () => ${expression})().then(() => 'no failure', (error) => error.message)`)

  test('the page sees what the preload exposed before its own scripts ran, frozen, and nothing of Electron', async () => {
    expect(
      await inPage(`({
        early: earlyBridge, sync: bridge.double(21), frozen: Object.isFrozen(bridge.list[0]),
        writable: Object.getOwnPropertyDescriptor(window, 'bridge').writable,
        electron: [typeof require, typeof ipcRenderer, typeof contextBridge, typeof process],
        bindings: Object.keys(window).filter((name) => /^(binding|delivery)_/.test(name)),
      })`),
    ).toEqual({
      early: 'object',
      sync: 42,
      frozen: true,
      writable: false,
      electron: ['undefined', 'undefined', 'undefined', 'undefined'],
      bindings: [],
    })
  })

  test('values cross to the handler and back by structured clone', async () => {
    expect(
      await inPage("bridge.ask('inspect', [new Date(0), new Map([[1, new Uint8Array([7])]]), undefined])"),
    ).toBe('[ 1970-01-01T00:00:00.000Z, Map(1) { 1 => Uint8Array(1) [ 7 ] }, undefined ]')
    expect(
      await inPage('bridge.echo(new Date(5)).then((date) => [date instanceof Date, date.getTime()])'),
    ).toEqual([true, 5])
    expect(await failure('bridge.sendFunction()')).toBe('An object could not be cloned.')
    expect(await failure("bridge.ask('function')")).toBe(
      "Error invoking remote method 'function': Error: An object could not be cloned.",
    )
  })

  test('failures are worded as Electron words them, and gaps of the double are named', async () => {
    expect(await failure("bridge.ask('fail')")).toBe(
      "Error invoking remote method 'fail': TypeError: no such thing",
    )
    expect(await failure("bridge.ask('nobody')")).toContain("No handler registered for 'nobody'")
    expect(await failure('bridge.fail()')).toBe('failed below')
    expect(await failure('bridge.touchNode()')).toContain('module not found: node:fs')
    expect(await failure('bridge.touchUnknown()')).toContain('has no ipcRenderer.sendSync')
    expect(await failure("bridge.ask('unknown')")).toContain('has no webContents.openDevTools')
  })

  test('an event reaches its listener until the listener is taken off', async () => {
    expect(
      await inPage(`(async () => {
        const got = []
        const next = () => new Promise((resolve) => setTimeout(resolve, 50))
        const off = bridge.onTold((value) => got.push(value))
        await bridge.ask('tell', 'first')
        await next()
        off()
        await bridge.ask('tell', 'second')
        await next()
        return got
      })()`),
    ).toEqual(['first'])
  })

  test('the handler learns which frame of which address called it', async () => {
    expect(await inPage("bridge.ask('sender')")).toEqual({
      url: 'app://fixture/',
      origin: 'app://fixture',
      top: true,
      main: true,
    })
  })

  test('a frame inside the page has no preload', async () => {
    expect(
      await inPage(`new Promise((resolve) => {
        const frame = document.createElement('iframe')
        frame.onload = () => resolve([typeof frame.contentWindow.pageRan, typeof frame.contentWindow.bridge])
        frame.src = '/inside'
        document.body.append(frame)
      })`),
    ).toEqual(['boolean', 'undefined'])
    expect(double.output()).toContain('navigation false app://fixture/inside')
  })

  test('the program’s content policy binds the page, and there is no network', async () => {
    expect(await inPage('[window.pageRan, typeof window.inlineRan]')).toEqual([true, 'undefined'])
    expect(await failure("fetch('https://example.com/')")).toBe('Failed to fetch')
    expect(await inPage("fetch('/missing').then((answer) => answer.status)")).toBe(404)
  })

  test('a refused navigation leaves the page as it is', async () => {
    await inPage('void (window.mark = 1)')
    await double.page.click('#foreign')
    await expect.poll(double.output).toContain('navigation true https://example.com/')
    expect(await inPage('[window.mark, document.title]')).toEqual([1, 'fixture'])
  })

  test('new windows are asked about and refused', async () => {
    expect(await inPage("window.open('https://example.com/opened')")).toBeNull()
    await double.page.click('#popup')
    await expect.poll(double.output).toContain('window refused https://example.com/opened')
    await expect.poll(double.output).toContain('window refused app://fixture/other')
    await expect.poll(() => double.page.context().pages().length).toBe(1)
  })

  test('a chosen file has its path, and one that the page made has none', async () => {
    const file = join(folder, '出入境.csv')
    writeFileSync(file, 'a,b')
    await inPage("document.body.insertAdjacentHTML('beforeend', '<input type=file>')")
    await double.page.setInputFiles('input[type=file]', file)
    expect(
      await inPage(`[document.querySelector('input[type=file]').files[0], new File(['a'], 'a.csv')]
        .map((file) => bridge.pathOf(file))`),
    ).toEqual([file, ''])
  })

  test('permissions are what the handlers say', async () => {
    const query = "navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)"
    expect(await inPage(query)).toBe('denied')
  })

  test('a second start hands over to the first and ends', async () => {
    const second = startElectronDouble({ main, folder, args: ['--hello'] })
    expect(await second.exited).toBe(0)
    expect(double.output()).toContain('second instance true')
  })

  test('the app is ready after its main module, shows its window, and quits when listeners let it', async () => {
    await double.close()
    const lines = double.output().split('\n')
    expect(lines.slice(0, 2)).toEqual(['main evaluated false', 'shown true'])
    expect(lines.slice(-5)).toEqual(['before-quit', 'will-quit', 'before-quit', 'will-quit', ''])
  })

  test('after a kill the same folder starts again, with what the page had stored', async () => {
    double = await launchElectronDouble({ main, folder })
    await inPage("localStorage.setItem('kept', 'yes')")
    await double.close()
    double = await launchElectronDouble({ main, folder })
    expect(await inPage("localStorage.getItem('kept')")).toBe('yes')
    await double.kill()
    double = await launchElectronDouble({ main, folder, args: ['--address=app://foreign/'] })
    expect(await inPage("bridge.ask('sender')")).toMatchObject({ url: 'app://foreign/', main: true })
    await double.page.close()
    expect(await double.exited).toBe(0)
    expect(double.output()).toContain('window-all-closed\nbefore-quit')
  }, 20_000)
})
