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

/** Goes up with every change here: what was asked for before it is out of date. */
let changes = 0
/** What is still to go to the desk; changes made while one is under way go together, after it. */
let unsent: WindowSettingsChange | null = null
let sending: Promise<void> | null = null

async function take(ask: () => ReturnType<typeof call<'readWindowSettings'>>): Promise<void> {
  const before = changes
  const answer = await ask().catch(() => null)
  if (answer?.ok && before === changes) windowSettings.set(answer.output)
}

/** Reads the settings before anything is shown, and again whenever another window changed them. */
export async function readWindowSettings(): Promise<void> {
  const read = async () => {
    await sending
    return call('readWindowSettings', {})
  }
  onDeskEvent(({ kind }) => {
    if (kind !== 'changed') void take(read)
  })
  await take(read)
}

/** Changes a part of the settings: at once here, then in the desk's file and in every other window. */
export function changeWindowSettings(change: WindowSettingsChange): void {
  changes += 1
  windowSettings.set(changedSettings(windowSettings.get(), change))
  unsent = { ...unsent, ...change, ...(unsent?.tables && { tables: { ...unsent.tables, ...change.tables } }) }
  sending ??= send()
}

async function send(): Promise<void> {
  for (let next = unsent; next !== null; next = unsent) {
    const change = next
    unsent = null
    await take(() => call('keepWindowSettings', change))
  }
  sending = null
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
