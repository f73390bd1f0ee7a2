import { rmSync } from 'node:fs'
import { benchBoard } from './board.ts'
import { benchCommit } from './commit-cell.ts'
import { benchDeclarations } from './declarations.ts'
import { makeDeclarationsBook } from './declarations-book.ts'
import { benchDeclarationsExport } from './declarations-export.ts'
import { benchDeclarationsImport } from './declarations-import.ts'
import { type Figure, printFigures } from './figures.ts'
import { benchImport } from './import-counts.ts'
import { benchLargeImport } from './large-import.ts'
import { benchQueue } from './queue.ts'
import { benchReports } from './reports.ts'
import { benchStaffing } from './staffing.ts'
import { benchTables } from './tables.ts'
import { benchTariff } from './tariff.ts'
import { benchFolder, makeTenYearBook } from './ten-year-book.ts'
import { benchTrade } from './trade.ts'
import { benchTyping } from './typing.ts'

/**
 * `npm run bench [-- large|commit|import|typing|reports|tables|declarations|trade|declarations-import|declarations-export|staffing|queue|board|tariff …]`: every figure with its goal and its floor, on a new book and on
 * one of ten years.
 */
const only = process.argv.slice(2)
const wanted = (name: string): boolean => only.length === 0 || only.includes(name)

const folder = benchFolder()
try {
  const figures: Figure[] = []
  // First, while the process is small: its memory is what is measured.
  if (wanted('large')) figures.push(...(await benchLargeImport(folder)))
  if (wanted('queue')) figures.push(...(await benchQueue()))
  if (wanted('board')) figures.push(...(await benchBoard()))
  if (wanted('declarations-import')) figures.push(...(await benchDeclarationsImport(folder)))
  if (wanted('tariff')) figures.push(...(await benchTariff(folder)))
  if (['declarations', 'declarations-export', 'trade'].some(wanted)) {
    const declarations = await makeDeclarationsBook(folder)
    if (wanted('declarations-export')) figures.push(...(await benchDeclarationsExport(folder, declarations)))
    if (wanted('declarations')) figures.push(...(await benchDeclarations(declarations)))
    if (wanted('trade')) figures.push(...(await benchTrade(declarations)))
  }
  if (['commit', 'import', 'typing', 'reports', 'tables', 'staffing'].some(wanted)) {
    const tenYears = await makeTenYearBook(folder)
    if (wanted('commit')) figures.push(...(await benchCommit(tenYears)))
    if (wanted('import')) figures.push(...(await benchImport(folder, tenYears)))
    if (wanted('typing')) figures.push(...(await benchTyping(folder, tenYears)))
    if (wanted('reports')) figures.push(...(await benchReports(folder, tenYears)))
    if (wanted('staffing')) figures.push(...(await benchStaffing(tenYears)))
    if (wanted('tables')) figures.push(...(await benchTables(tenYears)))
  }
  printFigures(figures)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
