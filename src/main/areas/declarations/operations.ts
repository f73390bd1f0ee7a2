import type { declarationsContract } from '../../../shared/contract/declarations.ts'
import type { expectedGoodsContract } from '../../../shared/contract/expected-goods.ts'
import type { Handlers } from '../../book/handlers.ts'
import { amendDeclaration } from './amend-declaration.ts'
import {
  clearExport,
  inspectDeclaration,
  letDeclarationPass,
  refuseDeclaration,
  registerDeclaration,
  releaseDeclaration,
  withdrawDeclaration,
} from './change-state.ts'
import {
  findExpectedGoods,
  keepExpectedGoods,
  matchExpectedGoods,
  readExpectedGoods,
  removeExpectedGoods,
} from './expected-goods.ts'
import { findParties } from './find-parties.ts'
import { readDeclaration } from './read-declaration.ts'
import { recordDeclarations } from './record-declarations.ts'
import { checkDeclaration } from './rules/assert-rules-hold.ts'
import { removeDraft, saveDeclaration } from './write-declaration.ts'

export const declarationsHandlers: Handlers<typeof declarationsContract> = {
  readDeclaration,
  checkDeclaration,
  findParties,
  saveDeclaration,
  removeDraft,
  registerDeclaration,
  letDeclarationPass,
  inspectDeclaration,
  releaseDeclaration,
  clearExport,
  refuseDeclaration,
  withdrawDeclaration,
  amendDeclaration,
  recordDeclarations,
}

export const expectedGoodsHandlers: Handlers<typeof expectedGoodsContract> = {
  readExpectedGoods,
  findExpectedGoods,
  keepExpectedGoods,
  matchExpectedGoods,
  removeExpectedGoods,
}
