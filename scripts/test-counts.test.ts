import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countPlaywright, countStep, countVitest, summary } from './test-counts.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'portbook-counts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function report(content: unknown): string {
  const file = path.join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const vitestReport = (passed: number, failed: number) =>
  report({ numPassedTests: passed, numFailedTests: failed, numPendingTests: 1, numTodoTests: 1 })
const playwrightReport = (expected: number, unexpected: number, flaky: number) =>
  report({ stats: { expected, unexpected, flaky, skipped: 3 } })

test('the summary adds up every step', () => {
  const steps = [
    countStep(0),
    countVitest(vitestReport(40, 0), 0),
    countPlaywright(playwrightReport(10, 0, 0), 0),
  ]
  expect(summary(steps)).toBe('51 passed, 0 failed, 5 skipped')
  expect(summary([countStep(0), countStep(1)])).toBe('1 passed, 1 failed')
})

test('a test that needed a second try has not passed', () => {
  expect(countPlaywright(playwrightReport(10, 1, 1), 1)).toEqual({ passed: 10, failed: 2, skipped: 3 })
})

test('a run that failed without a failing test still counts as a failure', () => {
  expect(countVitest(vitestReport(40, 0), 1)).toEqual({ passed: 40, failed: 1, skipped: 2 })
})

test('a run without a readable report has failed, whatever its exit status', () => {
  const none = path.join(folder, 'none.json')
  expect([countVitest(none, 0), countPlaywright(report({}), 0)]).toEqual([
    { passed: 0, failed: 1, skipped: 0 },
    { passed: 0, failed: 1, skipped: 0 },
  ])
})
