import { z } from 'zod'
import { mostTables, themes } from '../window-words.ts'
import { Language } from '../words.ts'
import { command, query } from './operation.ts'
import { ExportFormat } from './reports.ts'

export const Theme = z.enum(themes)
export type Theme = z.infer<typeof Theme>

/** A table or a column of the window, as its code names it. */
const WindowName = z.string().regex(/^[a-z][a-zA-Z-]{0,39}$/)

const mostColumns = 40

/** What the user chose of one table. A column that is named nowhere is shown, at its own place and width. */
export const TableSettings = z.strictObject({
  hidden: z.array(WindowName).max(mostColumns),
  order: z.array(WindowName).max(mostColumns),
  /** Width by column in CSS pixels. */
  widths: z
    .record(WindowName, z.int().min(20).max(2_000))
    .refine((widths) => Object.keys(widths).length <= mostColumns, 'too many columns'),
  /** Null sorts as the table does by itself. */
  sort: z.strictObject({ column: WindowName, direction: z.enum(['ascending', 'descending']) }).nullable(),
})
export type TableSettings = z.infer<typeof TableSettings>

const Tables = z
  .record(WindowName, TableSettings)
  .refine((tables) => Object.keys(tables).length <= mostTables, 'too many tables')

const WindowSettings = z.strictObject({
  /** Null is the first of the system's languages that the program speaks. */
  language: Language.nullable(),
  theme: Theme,
  tables: Tables,
  /** What a report was last exported as; absent until one was. */
  reportFormat: ExportFormat.optional(),
})
export type WindowSettings = z.infer<typeof WindowSettings>

/** What changes; tables that are named take the place of what was kept of them. */
const WindowSettingsChange = z.strictObject({
  language: Language.nullable().optional(),
  theme: Theme.optional(),
  tables: Tables.optional(),
  reportFormat: ExportFormat.optional(),
})
export type WindowSettingsChange = z.infer<typeof WindowSettingsChange>

/** How somebody likes the window: kept by the desk in a file of the program, in no book and no journal. */
export const windowSettingsContract = {
  readWindowSettings: query(z.strictObject({}), WindowSettings),
  /** Answers all settings as they are now; every open window is told. */
  keepWindowSettings: command(WindowSettingsChange, WindowSettings),
}
