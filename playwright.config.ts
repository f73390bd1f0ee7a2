import process from 'node:process'
import { defineConfig } from '@playwright/test'
import type { HostOption } from './e2e/hosts.ts'
import { findTestBrowser } from './scripts/find-browser.ts'

const executablePath = findTestBrowser()
const asRoot = process.getuid?.() === 0

/** How the program starts, the way down from a browser, and files that do not come, are matters of the web host alone. */
const ownSpecs = ['start.spec.ts', 'web-bridge.spec.ts', 'formatters.spec.ts', 'screen-guard.spec.ts']

/**
 * Screens that reach the program only by the operations of the contract. The other files lead that way through both hosts
 * hundreds of times, so that these run on one: it keeps the whole under a quarter of an hour on two cores.
 */
const screenSpecs = [
  'buses.spec.ts',
  'closed-shift.spec.ts',
  'crossings.spec.ts',
  'declarations.spec.ts',
  'settings.spec.ts',
  'shift-notes.spec.ts',
  'staffing-settings.spec.ts',
  'staffing.spec.ts',
  'trade-report.spec.ts',
  'trade-settings.spec.ts',
  'zoom.spec.ts',
]

export default defineConfig<HostOption>({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // Some make a whole sample book first, which takes a busy machine a minute.
  timeout: 120_000,
  // What is waited for comes at once, but for a machine that does other things meanwhile.
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    launchOptions: { ...(executablePath ? { executablePath } : {}), chromiumSandbox: !asRoot },
    trace: 'off',
  },
  projects: [
    // The same files on both hosts, but for those of screens alone.
    { name: 'web', testIgnore: ownSpecs, use: { host: 'web' } },
    {
      name: 'electron-double',
      testIgnore: [...ownSpecs, ...screenSpecs],
      use: { host: 'electron-double' },
    },
    { name: 'web-only', testMatch: ownSpecs, use: { host: 'web' } },
  ],
})
