import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'

export const preloadWorldName = 'Electron Isolated Context'

/** Names that the page cannot guess, so that only the two worlds and the double hear each other. */
export interface PageNames {
  toPage: string
  toPreload: string
  binding: string
  delivery: string
}

export const newPageNames = (): PageNames => ({
  toPage: `page-${randomUUID()}`,
  toPreload: `preload-${randomUUID()}`,
  binding: `binding_${randomUUID().replaceAll('-', '')}`,
  delivery: `delivery_${randomUUID().replaceAll('-', '')}`,
})

/** Text of modules that import only each other, joined into one scope: types stripped, imports and exports dropped. */
function joined(...files: string[]): string {
  const texts = files.map((file) =>
    stripTypeScriptTypes(readFileSync(new URL(file, import.meta.url), 'utf8'))
      .replaceAll(/^import .*$/gm, '')
      .replaceAll(/^export /gm, ''),
  )
  return texts.join('\n')
}

/** Only a window's main frame has a preload and its bridge, as without `nodeIntegrationInSubFrames`. */
const inMainFrame = (body: string): string => `if (window === window.top) {\n${body}\n}`

export function mainWorldScript(names: PageNames): string {
  const run = `startMainWorld(openBorder(${JSON.stringify(names.toPage)}, ${JSON.stringify(names.toPreload)}))`
  return inMainFrame(`${joined('page/border.ts', 'page/main-world.ts')}\n${run}`)
}

export function preloadWorldScript(names: PageNames, preload: string | null): string {
  const border = `openBorder(${JSON.stringify(names.toPreload)}, ${JSON.stringify(names.toPage)})`
  const source =
    preload === null ? 'null' : `function (require, module, exports) {\n${readFileSync(preload, 'utf8')}\n}`
  const run = `startPreloadWorld(${border}, '${names.binding}', '${names.delivery}', ${source})`
  const files = ['clone-codec.ts', 'page/border.ts', 'page/preload-world.ts']
  return inMainFrame(`${joined(...files)}\n${run}`)
}
