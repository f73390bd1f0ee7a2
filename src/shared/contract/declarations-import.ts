import { z } from 'zod'
import { SettingDate } from '../setting-fields.ts'
import { DeclarationsDraft, neededColumns } from '../trade/declarations-draft.ts'
import { DeclarationsMapping } from '../trade/declarations-mapping.ts'
import { FileLayout, ImportGuess, Job, mostPreviewRows, Refusal } from './import.ts'
import { command, query, Receipt } from './operation.ts'

/**
 * Declarations and their items from a file and to one, a row an item with the fields of the declaration repeated. The
 * way is that of counts: guess → correct → preview → import.
 */

const tally = {
  rows: z.int(),
  declarations: z.int(),
  items: z.int(),
  vehicles: z.int(),
  /** Numbers of declarations. */
  new: z.int(),
  same: z.int(),
  changed: z.int(),
  /** The first thousand; with any of them nothing is written. `refusedCells` counts all. */
  refused: z.array(Refusal),
  refusedCells: z.int(),
  /** What a person would be asked about; it stops no import. The first thousand; `warningCells` counts all. */
  warnings: z.array(Refusal),
  warningCells: z.int(),
  /** Items whose codes no tariff of their date could check. */
  uncheckedItems: z.int(),
  /** Rows of a workbook that are hidden there; they are taken like all others. */
  hiddenRows: z.int(),
}

/** What becomes of a declaration of the file. */
export type DeclarationOutcome = 'new' | 'same' | 'changed' | 'refused'

/** What an import of this file would do, every row judged by the import's own rules. */
const DeclarationsPreview = z.strictObject(tally)
export type DeclarationsPreview = z.infer<typeof DeclarationsPreview>

/** What a preview lists, each in the file's order: declarations by their outcome, and cells. */
export const previewLists = ['new', 'same', 'changed', 'refused', 'warnings'] as const
export type PreviewList = (typeof previewLists)[number]

/** A declaration of the file. */
const PreviewedDeclaration = z.strictObject({
  /** Its first row, as Excel numbers it. */
  row: z.int(),
  number: z.string().nullable(),
  items: z.int(),
  /** Fields that the book says otherwise, by their names in the record, with `events` for what happened. */
  changes: z.array(z.string()),
})
/** A declaration that is new, the same or changed, or a cell that is refused or worth a look. */
const PreviewLine = z.union([PreviewedDeclaration, Refusal])
export type PreviewLine = z.infer<typeof PreviewLine>

const DeclarationsImport = z.strictObject({ ...tally, written: z.boolean(), batch: z.int().nullable() })
export type DeclarationsImport = z.infer<typeof DeclarationsImport>

const DeclarationsGuess = z.strictObject({
  ...ImportGuess.pick({ kind: true, sheets: true, headings: true, rows: true }).shape,
  /** Null where a needed column was not found. */
  mapping: DeclarationsMapping.nullable(),
  /** What was found, however little: it becomes the mapping once the rest is said. */
  draft: DeclarationsDraft,
  /** Name of the saved mapping that fits this file and is the guess; null where it was guessed afresh. */
  saved: z.string().nullable(),
  /** Columns that a mapping needs and that no heading is like. */
  missing: z.array(z.enum(neededColumns)),
})
export type DeclarationsGuess = z.infer<typeof DeclarationsGuess>

const mappingName = z.string().min(1).max(80)
const SavedDeclarationsMapping = z.strictObject({ name: mappingName, mapping: DeclarationsMapping })
export type SavedDeclarationsMapping = z.infer<typeof SavedDeclarationsMapping>

const fromFile = { file: z.string().min(1), mapping: DeclarationsMapping }

const exported = z.strictObject({
  /** Dates of the declarations themselves. */
  from: SettingDate.optional(),
  to: SettingDate.optional(),
  format: z.enum(['csv', 'xlsx', 'json']),
  file: z.string().min(1),
})
const written = z.strictObject({ rows: z.int(), file: z.string() })

export const declarationsImportContract = {
  /** What a CSV file or workbook holds, and a mapping by what its headings say and its cells look like. */
  guessDeclarations: query(
    z.strictObject({ file: z.string().min(1), layout: FileLayout.default({}) }),
    DeclarationsGuess,
  ),
  /**
   * Judges every row of a file without writing, on a thread of its own; tells its progress by events of kind
   * `progress`. Its lists are kept until `closePreview`, or until three newer previews were made. @throws AppError cancelled
   */
  previewDeclarations: query(z.strictObject({ job: Job, ...fromFile }), DeclarationsPreview),
  /** A page of one of a finished preview's lists. @throws AppError preview-gone */
  readPreviewLines: query(
    z.strictObject({
      job: Job,
      list: z.enum(previewLists),
      offset: z.int().min(0),
      limit: z.int().min(1).max(mostPreviewRows),
    }),
    z.strictObject({ rows: z.array(PreviewLine) }),
  ),
  /**
   * Reads declarations from a CSV file or a workbook, all or nothing as one batch. Known by its number, a declaration
   * that the book has is the same or changed; fields that the mapping does not name stay as they are.
   */
  importDeclarations: command(
    z.strictObject({ ...fromFile, dryRun: z.boolean().default(false), job: Job.optional() }),
    DeclarationsImport,
  ),
  /**
   * Keeps a mapping in the book under a name; one of the same name is replaced.
   * @throws AppError mapping-name-taken, by a mapping of counts
   */
  saveDeclarationsMapping: command(SavedDeclarationsMapping, Receipt),
  /** @throws AppError mapping-missing */
  removeDeclarationsMapping: command(z.strictObject({ name: mappingName }), Receipt),
  /** Every mapping of declarations kept in the book, by name. */
  listDeclarationsMappings: query(z.strictObject({}), z.array(SavedDeclarationsMapping)),
  /**
   * Writes declarations, drafts apart, a row an item: `importDeclarations` takes the file back by
   * `resources/declarations-mappings/portbook-export.json`.
   */
  exportDeclarations: query(exported, written),
  /** The same with what reports make of each item: section, chapter, commodity groups, the date it is counted on. */
  exportItems: query(exported, written),
}
