import type { referenceContract } from '../../../shared/contract/reference.ts'
import type { Handlers } from '../../book/handlers.ts'
import { describePort } from './describe-port.ts'

export const referenceHandlers: Handlers<typeof referenceContract> = { describePort }
