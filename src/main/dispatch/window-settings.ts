import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ExportFormat } from '../../shared/contract/reports.ts'
import {
  TableSettings,
  Theme,
  type WindowSettings,
  type WindowSettingsChange,
  windowSettingsContract,
} from '../../shared/contract/window-settings.ts'
import { changedSettings, noWindowSettings } from '../../shared/window-settings.ts'
import { Language } from '../../shared/words.ts'
import { writeWholeFile } from './write-whole-file.ts'

const largestFileBytes = 64 * 1024

/** Fields of a later version are dropped, and what is damaged is as if it had never been chosen: each by itself. */
const KeptTable = z.object(TableSettings.shape).nullable().catch(null)
const KeptSettings = z.object({
  language: Language.nullable().catch(null),
  theme: Theme.catch('system'),
  tables: z.record(z.string(), KeptTable).catch({}),
  reportFormat: ExportFormat.optional().catch(undefined),
})

const fileIn = (folder: string): string => join(folder, 'window-settings.json')

/** The window's settings from the program's settings folder; the usual ones where there are none or they cannot be read. */
export function readWindowSettings(folder: string): WindowSettings {
  try {
    if (statSync(fileIn(folder)).size > largestFileBytes) return noWindowSettings
    const kept = KeptSettings.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
    const tables = Object.fromEntries(
      Object.entries(kept.tables).flatMap(([name, table]) =>
        table === null ? [] : [[name, table] as const],
      ),
    )
    return windowSettingsContract.readWindowSettings.output.parse({ ...kept, tables })
  } catch {
    return noWindowSettings
  }
}

type SettingsOperation = keyof typeof windowSettingsContract

export function isSettingsOperation(name: string): name is SettingsOperation {
  return Object.hasOwn(windowSettingsContract, name)
}

/** The window's settings while the program runs; where they cannot be written they hold until it ends. */
export class KeptWindowSettings {
  readonly #folder: string
  readonly #onChange: () => void
  #unwritten: WindowSettings | null = null

  constructor(folder: string, onChange: () => void) {
    this.#folder = folder
    this.#onChange = onChange
  }

  /** Runs one operation of the settings. @throws ZodError for input that is none */
  call(operation: SettingsOperation, input: unknown): WindowSettings {
    if (operation === 'keepWindowSettings') {
      this.#keep(windowSettingsContract.keepWindowSettings.input.parse(input))
    } else {
      windowSettingsContract[operation].input.parse(input)
    }
    return this.#read()
  }

  /** Read from the file every time: the other host may have written it. */
  #read(): WindowSettings {
    return this.#unwritten ?? readWindowSettings(this.#folder)
  }

  #keep(change: WindowSettingsChange): void {
    const settings = changedSettings(this.#read(), change)
    try {
      writeWholeFile(fileIn(this.#folder), JSON.stringify(settings))
      this.#unwritten = null
    } catch (error) {
      console.error('the window settings could not be written', error)
      this.#unwritten = settings
    }
    this.#onChange()
  }
}
