import type { staffingSettingsContract } from '../../../../shared/contract/staffing-settings.ts'
import type { Handlers } from '../../../book/handlers.ts'
import { addChannel, changeChannel, orderChannels, removeChannel } from './change-channels.ts'
import { addOfficer, changeOfficer, removeOfficer } from './change-officers.ts'
import { keepOutage, removeOutage } from './change-outages.ts'
import { keepServiceTime, keepStaffingRule, removeServiceTime, removeStaffingRule } from './change-rules.ts'
import { addTeam, changeTeam, keepRota, orderTeams, removeRota, removeTeam } from './change-teams.ts'
import { listOfficers, readStaffingSettings } from './read-staffing-settings.ts'
import { staffingSetting } from './staffing-setting.ts'

export const staffingSettingsHandlers: Handlers<typeof staffingSettingsContract> = {
  readStaffingSettings,
  listOfficers,
  addChannel: staffingSetting(addChannel),
  changeChannel: staffingSetting(changeChannel),
  removeChannel: staffingSetting(removeChannel),
  orderChannels: staffingSetting(orderChannels),
  keepOutage: staffingSetting(keepOutage),
  removeOutage: staffingSetting(removeOutage),
  keepServiceTime: staffingSetting(keepServiceTime),
  removeServiceTime: staffingSetting(removeServiceTime),
  keepStaffingRule: staffingSetting(keepStaffingRule),
  removeStaffingRule: staffingSetting(removeStaffingRule),
  addOfficer: staffingSetting(addOfficer),
  changeOfficer: staffingSetting(changeOfficer),
  removeOfficer: staffingSetting(removeOfficer),
  addTeam: staffingSetting(addTeam),
  changeTeam: staffingSetting(changeTeam),
  removeTeam: staffingSetting(removeTeam),
  orderTeams: staffingSetting(orderTeams),
  keepRota: staffingSetting(keepRota),
  removeRota: staffingSetting(removeRota),
}
