import { lazy } from 'react'

const loadCrossings = () => import('../areas/crossings/crossings.tsx')
const loadImport = () => import('../areas/crossings/import/import-screen.tsx')
const loadStaffing = () => import('../areas/staffing/staffing.tsx')
const loadSheetBoard = () => import('../areas/staffing/sheet-board.tsx')
const loadDeclarations = () => import('../areas/declarations/declarations.tsx')
const loadLateGoods = () => import('../areas/declarations/expected/late-goods.tsx')
const loadDeclarationsImport = () => import('../areas/declarations/import/import-screen.tsx')
const loadReports = () => import('../areas/reports/reports.tsx')
const loadSettings = () => import('../areas/settings/settings.tsx')

// The first screen does without what only these need.
export const Crossings = lazy(loadCrossings)
export const ImportScreen = lazy(loadImport)
export const Staffing = lazy(loadStaffing)
export const SheetBoard = lazy(loadSheetBoard)
export const Declarations = lazy(loadDeclarations)
export const LateGoods = lazy(loadLateGoods)
export const DeclarationsImport = lazy(loadDeclarationsImport)
export const Reports = lazy(loadReports)
export const Settings = lazy(loadSettings)

/** Loads them once the first screen stands, so that no key is pressed into a screen that is still on its way. */
export async function loadOtherScreens(): Promise<void> {
  // One that does not come now is asked for again, and its failure told, when it is to be shown.
  await Promise.allSettled([
    loadCrossings(),
    loadImport(),
    loadStaffing(),
    loadSheetBoard(),
    loadDeclarations(),
    loadDeclarationsImport(),
    loadLateGoods(),
    loadReports(),
    loadSettings(),
  ])
}
