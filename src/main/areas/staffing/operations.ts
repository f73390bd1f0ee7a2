import type { staffingContract } from '../../../shared/contract/staffing.ts'
import type { staffingPeopleContract } from '../../../shared/contract/staffing-people.ts'
import type { Handlers } from '../../book/handlers.ts'
import { copyPlan } from './copy-plan.ts'
import { exportOpenings } from './export-openings.ts'
import { importOpenings } from './import/import-openings.ts'
import { readBoard } from './read-board.ts'
import { readCoverage } from './read-coverage.ts'
import { readOfficerHours } from './read-officer-hours.ts'
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
  importOpenings,
  exportOpenings,
}

export const staffingPeopleHandlers: Handlers<typeof staffingPeopleContract> = {
  readCoverage,
  readOfficerHours,
}
