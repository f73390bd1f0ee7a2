import process from 'node:process'
import { defineConfig } from '@playwright/test'
import type { HostOption } from './e2e/hosts.ts'
import { findBrowser } from './scripts/find-browser.ts'

const executablePath = findBrowser()
const asRoot = process.getuid?.() === 0

/** How the program starts, the way down from a browser, and files that do not come, are matters of the web host alone. */
const ownSpecs = ['start.spec.ts', 'web-bridge.spec.ts', 'formatters.spec.ts', 'screen-guard.spec.ts']

export default defineConfig<HostOption>({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  reporter: 'list',
  use: {
    launchOptions: { ...(executablePath ? { executablePath } : {}), chromiumSandbox: !asRoot },
    trace: 'off',
  },
  projects: [
    // The same files on both hosts.
    { name: 'web', testIgnore: ownSpecs, use: { host: 'web' } },
    { name: 'electron-double', testIgnore: ownSpecs, use: { host: 'electron-double' } },
    { name: 'web-only', testMatch: ownSpecs, use: { host: 'web' } },
  ],
})
