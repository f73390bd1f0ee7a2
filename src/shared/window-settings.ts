import type { WindowSettings, WindowSettingsChange } from './contract/window-settings.ts'
import { mostTables } from './window-words.ts'

export const noWindowSettings: WindowSettings = { language: null, theme: 'system', tables: {} }

/** The settings after a change; of too many tables the ones kept longest go. */
export function changedSettings(before: WindowSettings, change: WindowSettingsChange): WindowSettings {
  const { tables = {} } = change
  const reportFormat = change.reportFormat ?? before.reportFormat
  const others = Object.entries(before.tables).filter(([name]) => !Object.hasOwn(tables, name))
  return {
    language: change.language === undefined ? before.language : change.language,
    theme: change.theme ?? before.theme,
    tables: Object.fromEntries([...others, ...Object.entries(tables)].slice(-mostTables)),
    ...(reportFormat && { reportFormat }),
  }
}
