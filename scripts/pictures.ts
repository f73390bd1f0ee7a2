import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from 'playwright'
import { printedLink } from '../e2e/web-host.ts'
import { endWithChildren, runChild } from './children.ts'
import { cutTexts } from './cut-texts.ts'
import { findTestBrowser } from './find-browser.ts'
import { pictureScreens } from './picture-screens.ts'
import type { PictureBook, PictureScreen } from './picture-steps.ts'

/**
 * Makes a picture of every screen, light and dark: `npm run -s pictures -- [--languages zh-CN,en] [--out FOLDER]
 * [--only PART-OF-A-NAME,…]`. Ends with 1 where a page logs an error or cuts a text that nothing else tells.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const themes = ['light', 'dark'] as const

const { values } = parseArgs({
  options: {
    languages: { type: 'string', default: 'zh-CN,en' },
    out: { type: 'string', default: 'pictures' },
    only: { type: 'string', default: '' },
  },
})
const languages = values.languages.split(',')
const wanted = pictureScreens.filter(({ name }) => values.only.split(',').some((part) => name.includes(part)))
if (wanted.length === 0) throw new Error(`no screen is called ${values.only}`)
const out = path.resolve(values.out)
const scratch = mkdtempSync(path.join(os.tmpdir(), 'portbook-pictures-'))

const fileOf = (book: PictureBook): string => path.join(scratch, `${book}.portbook`)

endWithChildren()
process.exitCode = await makePictures().finally(() => rmSync(scratch, { recursive: true, force: true }))

async function makePictures(): Promise<number> {
  mkdirSync(out, { recursive: true })
  await makeBooks()
  const executablePath = findTestBrowser()
  const asRoot = process.getuid?.() === 0
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    chromiumSandbox: !asRoot,
  })
  let faults = 0
  for (const language of languages) {
    for (const screen of wanted) {
      const said = await pictureOf(browser, screen, language)
      faults += said.filter((line) => line.startsWith('!')).length
      console.log([`${language} ${screen.name}`, ...said].join('\n    '))
    }
  }
  await browser.close()
  console.log(`${wanted.length * languages.length * themes.length} pictures in ${out}, faults: ${faults}`)
  return faults === 0 ? 0 : 1
}

async function makeBooks(): Promise<void> {
  for (const port of ['jeminay', 'horgos'] as const) {
    const args = ['src/main/hosts/cli/main.ts', 'sample', '--book', fileOf(port), '--port', port]
    const { status, output } = await runChild(process.execPath, args, { cwd: root, quiet: true })
    if (status !== 0) throw new Error(`no sample of ${port}: ${output}`)
  }
  writeFileSync(fileOf('damaged'), 'Dear port,')
}

/** Shows the screen in a program of its own, and writes it in every theme. @returns what is to be said, faults with `!` */
async function pictureOf(browser: Browser, screen: PictureScreen, language: string): Promise<string[]> {
  const home = mkdtempSync(path.join(scratch, 'home-'))
  const book = path.join(home, `${screen.book}.portbook`)
  if (screen.book !== 'none') cpSync(fileOf(screen.book), book)
  const host = startHost(home, screen.book === 'none' ? null : book)
  const [width, height] = screen.size ?? [1280, 800]
  const context = await browser.newContext({ viewport: { width, height }, locale: language })
  const said: string[] = []
  try {
    const page = await context.newPage()
    page.on('pageerror', (error) => said.push(`! ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        said.push(`! console: ${message.text()}`)
    })
    await page.goto(await printedLink(host))
    await page.waitForSelector('[role=grid] input, [role=grid] td[tabindex], .alone h1')
    await page.waitForTimeout(500)
    await screen.steps?.(page)
    await page.waitForTimeout(300)
    said.push(...(await writePictures(page, screen, `${screen.name}-${language}`)))
  } catch (error) {
    said.push(`! ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    await context.close()
    const ended = host.exitCode === null ? once(host, 'exit') : null
    host.kill('SIGTERM')
    await ended
    rmSync(home, { recursive: true, force: true })
  }
  return said
}

async function writePictures(page: Page, { print }: PictureScreen, name: string): Promise<string[]> {
  if (print) {
    await page.emulateMedia({ media: 'print' })
    // A4 at 96 dots per inch.
    await page.setViewportSize({ width: 794, height: 1123 })
    await page.screenshot({ path: path.join(out, `${name}.png`), fullPage: true })
    return []
  }
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: path.join(out, `${name}-${colorScheme}.png`) })
  }
  const cut = await cutTexts(page)
  return cut.map(
    ({ element, text, missing, told }) =>
      `${told ? 'shortened' : '! cut'}: ${element} “${text}”, ${missing} px missing`,
  )
}

function startHost(home: string, book: string | null): ChildProcess {
  const args = ['out/main/web.js', '--no-browser', ...(book === null ? [] : ['--book', book])]
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PORTBOOK_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
