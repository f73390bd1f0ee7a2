import type { staffingContract } from '../../../shared/contract/staffing.ts'
import type { Handlers } from '../../book/handlers.ts'
import { copyPlan } from './copy-plan.ts'
import { readBoard } from './read-board.ts'
import {
  changeOpening,
  closeChannel,
  openChannel,
  recordOpenings,
  removeOpenings,
  reverseChannel,
} from './write-openings.ts'

export const staffingHandlers: Handlers<typeof staffingContract> = {
  readBoard,
  openChannel,
  closeChannel,
  changeOpening,
  reverseChannel,
  removeOpenings,
  recordOpenings,
  copyPlan,
}
