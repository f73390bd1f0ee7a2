import type { settingsContract } from '../../../../shared/contract/settings.ts'
import type { Handlers } from '../../../book/handlers.ts'
import { listHolidays, readSettings } from './read-settings.ts'

export const settingsHandlers: Pick<Handlers<typeof settingsContract>, 'readSettings' | 'listHolidays'> = {
  readSettings,
  listHolidays,
}
