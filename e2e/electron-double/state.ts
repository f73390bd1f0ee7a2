import type { Browser } from './browser.ts'

/** What `app` needs to know of a window to end the program. */
export interface ClosableWindow {
  close(): void
}

/** The windows that are open, oldest first. */
export const openWindows = new Set<ClosableWindow>()

const started = Promise.withResolvers<Browser>()

/** The browser, once the app is ready. */
export const runningBrowser = (): Promise<Browser> => started.promise

export const setRunningBrowser = (browser: Browser): void => started.resolve(browser)
