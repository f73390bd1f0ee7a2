import process from 'node:process'
import { defineConfig } from '@playwright/test'
import type { HostOption } from './e2e/hosts.ts'
import { findBrowser } from './scripts/find-browser.ts'

const executablePath = findBrowser()
const asRoot = process.getuid?.() === 0

export default defineConfig<HostOption>({
  testDir: 'e2e',
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
    // The same files on both hosts; how the program starts is a matter of its own.
    { name: 'web', testIgnore: 'start.spec.ts', use: { host: 'web' } },
    { name: 'electron-double', testIgnore: 'start.spec.ts', use: { host: 'electron-double' } },
    { name: 'start', testMatch: 'start.spec.ts', use: { host: 'web' } },
  ],
})
