import type { Browser, Page } from '@playwright/test'

/** A host with its window open. */
export interface RunningHost {
  page: Page
  /** Ends the program as a user does. */
  close(): Promise<void>
  /** Ends the program as a power cut does. */
  kill(): Promise<void>
}

/** What a host is launched with. */
export interface Launch {
  browser: Browser
  /** Stands for the user's folders: settings, state and new books. */
  folder: string
  /** The book to open; null opens the last one, or none. */
  book: string | null
}
