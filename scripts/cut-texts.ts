import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import type { Page } from 'playwright'

/** A text of the page that is not shown whole. */
export interface CutText {
  /** Tag and class of the element. */
  element: string
  text: string
  /** How many CSS pixels of it are missing. */
  missing: number
  /** Whether pointing at it tells the whole text, so that it may be shortened. */
  told: boolean
}

const script = stripTypeScriptTypes(
  readFileSync(new URL('page/find-cut-texts.ts', import.meta.url), 'utf8'),
).replaceAll(/^export /gm, '')

/** Every text of the page that its own box cuts, and the page itself where it is wider than the window. */
export function cutTexts(page: Page): Promise<CutText[]> {
  return page.evaluate(`(() => { ${script}; return findCutTexts() })()`)
}
