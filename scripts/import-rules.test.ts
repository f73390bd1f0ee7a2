import { expect, test } from 'vitest'
import { findCircles } from './import-circles.ts'
import { findViolations } from './import-rules.ts'

const allowed: [file: string, imported: string][] = [
  ['src/shared/words.ts', 'zod'],
  ['src/shared/dates.ts', 'temporal-polyfill'],
  ['src/shared/contract/crossings.ts', '../words.ts'],
  ['src/main/book/open.ts', 'better-sqlite3'],
  ['src/main/book/open.ts', 'node:fs'],
  ['src/main/areas/crossings/record-counts.ts', '../../../shared/words.ts'],
  ['src/main/areas/crossings/record-counts.ts', '../../book/journal.ts'],
  ['src/main/areas/crossings/record-counts.ts', '../reference/calendar.ts'],
  ['src/main/areas/crossings/record-counts.ts', './count-rules.ts'],
  ['src/main/areas/reference/ready-made-ports.ts', '../../../../resources/ports/horgos.json'],
  ['src/main/areas/reports/day-report.ts', '../queues/read-channels-needed.ts'],
  ['src/main/areas/staffing/buses.ts', '../crossings/counts.sql.ts'],
  ['src/main/areas/reports/day-report.ts', '../staffing/openings.sql.ts'],
  ['src/main/dispatch/desk.ts', '../areas/people/operations.ts'],
  ['src/main/hosts/cli/main.ts', '../../book/rebuild.ts'],
  ['src/main/hosts/web/main.ts', '../../dispatch/desk.ts'],
  ['src/main/hosts/electron/index.ts', 'electron'],
  ['src/main/hosts/electron/index.ts', '../../../preload/channels.ts'],
  ['src/preload/index.ts', 'electron'],
  ['src/renderer/main.tsx', './app/shell.tsx'],
  ['src/renderer/app/shell.tsx', '../areas/day-sheet/day-sheet.tsx'],
  ['src/renderer/areas/day-sheet/day-sheet.tsx', '../../ui/grid/grid.tsx'],
  ['src/renderer/areas/day-sheet/day-sheet.tsx', '../../../shared/contract/crossings.ts'],
  ['src/renderer/ui/grid/grid.tsx', '../../lib/i18n.ts'],
  ['src/renderer/ui/grid/grid.tsx', './grid.css'],
  ['src/main/areas/crossings/record-counts.test.ts', '../reports/day-report.ts'],
  ['scripts/start.ts', '../src/main/hosts/web/options.ts'],
]

const refused: [file: string, imported: string, rule: string][] = [
  ['src/shared/words.ts', 'uuid', 'shared imports zod and temporal-polyfill only'],
  ['src/shared/words.ts', 'node:path', 'shared imports zod and temporal-polyfill only'],
  ['src/shared/words.ts', '../main/book/open.ts', 'shared imports zod and temporal-polyfill only'],
  ['src/main/book/open.ts', '../areas/reference/calendar.ts', 'book imports shared only'],
  ['src/main/areas/crossings/record-counts.ts', '../staffing/board.ts', 'an area imports'],
  ['src/main/areas/crossings/record-counts.ts', '../reports/day-report.ts', 'an area imports'],
  ['src/main/areas/crossings/record-counts.ts', 'electron', 'an area imports'],
  ['src/main/areas/crossings/record-counts.ts', '../../hosts/web/server.ts', 'an area imports'],
  ['src/main/areas/reference/calendar.ts', '../crossings/counts.sql.ts', 'an area imports'],
  ['src/main/areas/reference/ready-made-ports.ts', '../../../../e2e/fixtures/port.json', 'an area imports'],
  ['src/main/areas/reports/day-report.ts', '../crossings/counts.sql.ts', 'reports imports'],
  ['src/main/areas/queues/queue-demand.ts', '../reports/line-figures.ts', 'queues imports'],
  ['src/main/areas/reports/day-report.ts', '../sample/samples.ts', 'reports imports'],
  ['src/main/import/read-rows.ts', '../areas/crossings/counts.sql.ts', 'import imports'],
  ['src/main/dispatch/desk.ts', '../hosts/web/server.ts', 'dispatch imports'],
  ['src/main/dispatch/desk.ts', 'electron', 'dispatch imports'],
  ['src/main/hosts/web/main.ts', '../electron/index.ts', 'a host imports'],
  ['src/main/hosts/web/main.ts', '../../book/open.ts', 'a host imports'],
  ['src/main/hosts/web/main.ts', '../../areas/reference/calendar.ts', 'a host imports'],
  ['src/main/hosts/web/main.ts', 'electron', 'a host imports'],
  ['src/main/hosts/electron/index.ts', '../../../preload/index.ts', 'of the preload'],
  ['src/main/hosts/cli/main.ts', '../web/main.ts', 'the command line imports'],
  ['src/preload/index.ts', '../shared/bridge.ts', 'preload imports only types'],
  ['src/preload/index.ts', 'zod', 'preload imports Electron'],
  ['src/renderer/app/shell.tsx', '../../main/dispatch/desk.ts', 'the window imports'],
  ['src/renderer/app/shell.tsx', '../../preload/channels.ts', 'the window imports'],
  ['src/renderer/app/shell.tsx', 'node:fs', 'the window imports'],
  ['src/renderer/app/shell.tsx', 'electron', 'the window imports'],
  ['src/renderer/areas/day-sheet/sheet.tsx', '../reports/report.tsx', 'an area of the window'],
  ['src/renderer/areas/day-sheet/sheet.tsx', '../../app/shell.tsx', 'an area of the window'],
  ['src/renderer/ui/grid/grid.tsx', '../../areas/day-sheet/sheet.tsx', 'ui imports'],
  ['src/renderer/ui/grid/grid.tsx', '../../../shared/contract/crossings.ts', 'ui imports no words'],
  ['src/renderer/ui/grid/grid.tsx', '../../../shared/words.ts', 'ui imports no words'],
  ['src/renderer/lib/client.ts', '../ui/grid/grid.tsx', 'lib imports'],
]

test.each(allowed)('%s may import %s', (file, imported) => {
  expect(findViolations({ [file]: `import { some } from '${imported}'\n` })).toEqual([])
})

test.each(refused)('%s may not import %s', (file, imported, rule) => {
  const [violation, ...more] = findViolations({ [file]: `import { some } from '${imported}'\n` })
  expect(violation).toContain(`${file}: imports `)
  expect(violation).toContain(`, but ${rule}`)
  expect(more).toEqual([])
})

test.each([
  ["import 'electron'"],
  ["import type { App } from 'electron'"],
  ["import electron, { app } from 'electron'"],
  ["import * as electron from 'electron'"],
  ["import {\n  app,\n  shell,\n} from 'electron'"],
  ["export { app } from 'electron'"],
  ["export * from 'electron'"],
  ["const electron = await import('electron')"],
  ["const { app } = require('electron')"],
  ["import { some } from './some.ts'\nimport { app } from 'electron/main'"],
])('%s is seen as an import of Electron', (source) => {
  expect(findViolations({ 'src/main/book/open.ts': `${source}\n` })).toEqual([
    'src/main/book/open.ts: imports electron, but book imports shared only, and never Electron',
  ])
})

test('a type of shared may enter the preload, since nothing of it is loaded', () => {
  const source = "import type { Bridge } from '../shared/bridge.ts'\n"
  expect(findViolations({ 'src/preload/index.ts': source })).toEqual([])
})

test('an import in a comment is none', () => {
  const source = "// import 'electron'\n/** import { app } from 'electron' */\nexport const one = 1\n"
  expect(findViolations({ 'src/main/book/open.ts': source })).toEqual([])
})

test('a file that leads back to itself is told with its way, by types and by parts that are loaded later too', () => {
  const sources = {
    'src/a.ts': "import type { B } from './b.ts'\nimport { d } from './d.ts'\n",
    'src/b.ts': "export { c } from './c.ts'\n",
    'src/c.ts': "const a = () => import('./a.ts')\n",
    'src/d.ts': "import { b } from 'b'\n",
  }
  expect(findCircles(sources)).toEqual([['src/a.ts', 'src/b.ts', 'src/c.ts', 'src/a.ts']])
  expect(findCircles({ ...sources, 'src/c.ts': '' })).toEqual([])
})
