import { latePart } from '../lib/late-part.tsx'

// The first screen does without what only these need.
const crossings = latePart(() => import('../areas/crossings/crossings.tsx'))
const countsImport = latePart(() => import('../areas/crossings/import/import-screen.tsx'))
const staffing = latePart(() => import('../areas/staffing/staffing.tsx'))
const sheetBoard = latePart(() => import('../areas/staffing/sheet-board.tsx'))
const declarations = latePart(() => import('../areas/declarations/declarations.tsx'))
const lateGoods = latePart(() => import('../areas/declarations/expected/late-goods.tsx'))
const declarationsImport = latePart(() => import('../areas/declarations/import/import-screen.tsx'))
const reports = latePart(() => import('../areas/reports/reports.tsx'))
const settings = latePart(() => import('../areas/settings/settings.tsx'))

export const Crossings = crossings.Part
export const ImportScreen = countsImport.Part
export const Staffing = staffing.Part
export const SheetBoard = sheetBoard.Part
export const Declarations = declarations.Part
export const LateGoods = lateGoods.Part
export const DeclarationsImport = declarationsImport.Part
export const Reports = reports.Part
export const Settings = settings.Part

/** Loads them once the first screen stands, so that no key is pressed into a screen that is still on its way. */
export async function loadOtherScreens(): Promise<void> {
  // One that does not come now is asked for again, and its failure told, when it is to be shown.
  await Promise.allSettled([
    reports.load(),
    crossings.load(),
    countsImport.load(),
    staffing.load(),
    sheetBoard.load(),
    declarations.load(),
    declarationsImport.load(),
    lateGoods.load(),
    settings.load(),
  ])
}
