import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { expect, test } from '@playwright/test'
import { formatters } from '../src/shared/format.ts'
import { languages } from '../src/shared/words.ts'

type Call = [name: keyof typeof formatters, ...input: unknown[]]

const dates = ['2024-02-29', '2024-08-31', '2023-01-01', '2026-11-21', '2025-05-09']
const numbers = [0, 7, 999, 1_000, 12_345, 9_999_999, 211_758_443]
const instants = [Date.UTC(2024, 7, 31, 6, 2, 7), Date.UTC(2024, 11, 31, 16, 0, 0)]

const calls: Call[] = [
  ...languages.flatMap((language): Call[] => [
    ...numbers.map((number): Call => ['formatNumber', number, language]),
    ['formatNumber', 1_234.5, language, 1],
    ...[4, 4.25, 1234.56].map((value): Call => ['formatDecimal', value, language]),
    ...[1.941176, -0.0247, 0].map((ratio): Call => ['formatPercent', ratio, language, { signed: true }]),
    ...dates.flatMap((date): Call[] => [
      ['formatWeekday', date, language],
      ['formatWeekday', date, language, 'long'],
      ['formatDateWithWeekday', date, language],
      ['formatDateWithWeekday', date, language, 'long'],
      ['formatDate', date, language, 'long'],
      ['formatDayAndMonth', date, language],
      ['formatMonth', date.slice(0, 7), language],
    ]),
  ]),
  ...instants.flatMap((at): Call[] => [
    ['formatTime', at, 'Asia/Shanghai'],
    ['localDateOf', at, 'Asia/Shanghai'],
  ]),
]

test('Chromium writes every number, date and time as Node does', async ({ page }) => {
  const source = stripTypeScriptTypes(
    readFileSync(new URL('../src/shared/format.ts', import.meta.url), 'utf8'),
  )
  const inChromium = await page.evaluate(
    async ({ module, asked }) => {
      const { formatters: there } = (await import(module)) as {
        formatters: Record<string, (...input: unknown[]) => string>
      }
      return asked.map(([name, ...input]) => there[name]?.(...input) ?? 'no such formatter')
    },
    { module: `data:text/javascript,${encodeURIComponent(source)}`, asked: calls },
  )
  const inNode = calls.map(([name, ...input]) =>
    (formatters[name] as (...input: unknown[]) => string)(...input),
  )
  const pairs = (texts: string[]) => calls.map((call, index) => `${call.join(' ')}: ${texts[index]}`)
  expect(pairs(inChromium)).toEqual(pairs(inNode))
})
