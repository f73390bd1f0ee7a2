import type { channelsNeededContract } from '../../../shared/contract/channels-needed.ts'
import type { Handlers } from '../../book/handlers.ts'
import { readChannelsNeeded } from './read-channels-needed.ts'

export const queueHandlers: Handlers<typeof channelsNeededContract> = { readChannelsNeeded }
