import type { settingsContract } from '../../../../shared/contract/settings.ts'
import type { Handlers } from '../../../book/handlers.ts'
import { keepClosure, keepSeason, removeClosure, removeSeason } from './change-calendar.ts'
import { addCheckpoint, changeCheckpoint, orderCheckpoints, removeCheckpoint } from './change-checkpoints.ts'
import { keepEvent, removeEvent } from './change-events.ts'
import { addLine, changeLine, removeLine } from './change-lines.ts'
import { keepMidnightRule, removeMidnightRule } from './change-midnight.ts'
import { keepLanguages, keepNames, removeNames } from './change-names.ts'
import { keepSheetLine, orderSheet, removeSheetLine } from './change-sheets.ts'
import { addShift, changeShift, changeShiftTimes, removeShift } from './change-shifts.ts'
import {
  importHolidays,
  keepHoliday,
  listShippedHolidays,
  loadShippedHolidays,
  removeHoliday,
} from './holidays.ts'
import { exportPort } from './port-file-of.ts'
import { listHolidays, readSettings } from './read-settings.ts'
import { setting } from './setting-rules.ts'

export const settingsHandlers: Handlers<typeof settingsContract> = {
  readSettings,
  listHolidays,
  exportPort,
  keepLanguages: setting(keepLanguages),
  keepNames: setting(keepNames),
  removeNames: setting(removeNames),
  keepMidnightRule: setting(keepMidnightRule),
  removeMidnightRule: setting(removeMidnightRule),
  addCheckpoint: setting(addCheckpoint),
  changeCheckpoint: setting(changeCheckpoint),
  removeCheckpoint: setting(removeCheckpoint),
  orderCheckpoints: setting(orderCheckpoints),
  addLine: setting(addLine),
  changeLine: setting(changeLine),
  removeLine: setting(removeLine),
  keepSheetLine: setting(keepSheetLine),
  removeSheetLine: setting(removeSheetLine),
  orderSheet: setting(orderSheet),
  addShift: setting(addShift),
  changeShift: setting(changeShift),
  changeShiftTimes: setting(changeShiftTimes),
  removeShift: setting(removeShift),
  keepSeason: setting(keepSeason),
  removeSeason: setting(removeSeason),
  keepClosure: setting(keepClosure),
  removeClosure: setting(removeClosure),
  keepHoliday: setting(keepHoliday),
  removeHoliday: setting(removeHoliday),
  keepEvent: setting(keepEvent),
  removeEvent: setting(removeEvent),
  listShippedHolidays,
  loadShippedHolidays,
  importHolidays,
}
