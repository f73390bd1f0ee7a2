import type { WindowSettings, WindowSettingsChange } from './contract/window-settings.ts'

/** Apart from the contract, so that the window can name them without its schemas. */
export const themes = ['system', 'light', 'dark'] as const

/** More tables than the window has. */
export const mostTables = 20

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
