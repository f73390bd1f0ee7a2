import type {
  TableSettings,
  WindowSettings,
  WindowSettingsChange,
} from '../../shared/contract/window-settings.ts'
import { changedSettings, noWindowSettings } from '../../shared/window-settings.ts'
import { onDeskEvent } from './bridge.ts'
import { call } from './client.ts'
import { createStore } from './store.ts'

/** How the user likes the window: as the desk keeps it, or will as soon as it answers. */
export const windowSettings = createStore<WindowSettings>(noWindowSettings)

/** Goes up with every change here: what was read before it is out of date. */
let changes = 0

async function take(asked: ReturnType<typeof call<'readWindowSettings'>>): Promise<void> {
  const before = changes
  const answer = await asked.catch(() => null)
  if (answer?.ok && before === changes) windowSettings.set(answer.output)
}

/** Reads the settings before anything is shown, and again whenever another window changed them. */
export async function readWindowSettings(): Promise<void> {
  onDeskEvent(({ kind }) => {
    if (kind !== 'changed') void take(call('readWindowSettings', {}))
  })
  await take(call('readWindowSettings', {}))
}

/** Changes a part of the settings: at once here, then in the desk's file and in every other window. */
export function changeWindowSettings(change: WindowSettingsChange): void {
  changes += 1
  windowSettings.set(changedSettings(windowSettings.get(), change))
  void take(call('keepWindowSettings', change))
}

const asItIs: TableSettings = { hidden: [], order: [], widths: {}, sort: null }

/** What was chosen of one table. */
export function tableSettings(settings: WindowSettings, table: string): TableSettings {
  return settings.tables[table] ?? asItIs
}

/** Changes a part of what was chosen of one table. */
export function changeTableSettings(table: string, change: Partial<TableSettings>): void {
  const before = tableSettings(windowSettings.get(), table)
  changeWindowSettings({ tables: { [table]: { ...before, ...change } } })
}
