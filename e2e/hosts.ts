import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { launchElectronDouble } from './electron-double/launch.ts'
import type { RunningHost } from './running-host.ts'
import { launchWebHost } from './web-host.ts'

export interface HostOption {
  /** Which host shows the window; set by the project, so that one file of tests runs on all of them. */
  host: 'web' | 'electron-double'
}

/** Portbook as one person on one machine has it; a test has its own folder, which goes with the test. */
export interface Portbook {
  /** A fresh folder for books and exports; the program's own folders lie in it as well. */
  folder: string
  /** Starts the program, on a book or on what was open last, and shows its window. */
  open(book?: string): Promise<Page>
  /** Ends the program and starts it again on the same book. */
  reopen(): Promise<Page>
  close(): Promise<void>
  kill(): Promise<void>
}

const launchers = { web: launchWebHost, 'electron-double': launchElectronDouble }

/** Playwright's `test` with Portbook on the host of the project. */
export const test = base.extend<HostOption & { portbook: Portbook }>({
  host: ['web', { option: true }],

  async portbook({ browser, host }, use) {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'portbook-e2e-'))
    let running: RunningHost | null = null
    let lastBook: string | null = null

    const take = () => {
      const taken = running
      running = null
      return taken
    }
    const open = async (book: string | null) => {
      await take()?.close()
      lastBook = book
      const launched = await launchers[host]({ browser, folder, book })
      running = launched
      return launched.page
    }

    await use({
      folder,
      open: (book) => open(book ?? null),
      reopen: () => open(lastBook),
      close: async () => take()?.close(),
      kill: async () => take()?.kill(),
    })

    await take()?.close()
    rmSync(folder, { recursive: true, force: true })
  },
})

export { expect } from '@playwright/test'
