import type { declarationsTableContract } from '../../../../shared/contract/declarations-table.ts'
import type { Handlers } from '../../../book/handlers.ts'
import { readDeclarationsPart, writeDeclarationsPart } from './export-cells.ts'
import {
  numberOfDeclarations,
  readDeclarationItems,
  readDeclarations,
  readDeclarationTotals,
} from './read-tables.ts'
import { keepSavedView, readSavedViews, removeSavedView, renameSavedView } from './saved-views.ts'

export const declarationsTableHandlers: Handlers<typeof declarationsTableContract> = {
  readDeclarations,
  readDeclarationItems,
  numberOfDeclarations,
  readDeclarationTotals,
  writeDeclarationsPart,
  readDeclarationsPart,
  readSavedViews,
  keepSavedView,
  renameSavedView,
  removeSavedView,
}
