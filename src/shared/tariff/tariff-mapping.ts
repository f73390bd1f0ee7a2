import { z } from 'zod'
import { WorkingDate } from '../dates.ts'
import { Column, DatePattern, isMonthPattern, tableFields } from '../mapping-shape.ts'
import { languages } from '../words.ts'

/** How a file's columns become lines of a tariff: what `portbook import tariff --mapping` takes. See `docs/TARIFF-FILES.md`. */

/** Digits that codes have without a word of the mapping: chapter, heading, subheading, and two national levels. */
const usualLengths = [2, 4, 6, 8, 10]

const DateColumn = z.strictObject({
  column: Column,
  pattern: DatePattern.refine((pattern) => !isMonthPattern(pattern), 'a pattern of days'),
})

const TariffMappingShape = z.strictObject({
  format: z.literal(1),
  ...tableFields,
  code: z.strictObject({
    column: Column,
    /** Numbers of digits that a code can have. */
    lengths: z.array(z.int().min(2).max(10)).min(1).default(usualLengths),
  }),
  /** A column with the text of each line for every language that the file has. */
  texts: z
    .partialRecord(z.enum(languages), Column)
    .refine((texts) => Object.keys(texts).length > 0, 'a column of texts in at least one language'),
  /** A column with the code of the line above; without it, that is the longest code that a code begins with. */
  parent: z.strictObject({ column: Column }).optional(),
  /** A column with the section, `XVII` or `17`, which is held against the chapter's own. */
  section: z.strictObject({ column: Column }).optional(),
  /** A column with the number of digits that the code must have. */
  level: z.strictObject({ column: Column }).optional(),
  units: z
    .strictObject({
      column: Column,
      secondColumn: Column.optional(),
      /** The file's word → a unit of the program's list, for words that it does not know; null for no unit. */
      words: z.record(z.string(), z.string().min(1).max(40).nullable()).default({}),
    })
    .optional(),
  /** Columns with the first and last date of a line; an empty cell is open. */
  from: DateColumn.optional(),
  to: DateColumn.optional(),
  /** The date that the whole tariff holds from; always, without it. The command line may say otherwise. */
  holdsFrom: WorkingDate.optional(),
})

export const TariffMapping = TariffMappingShape.superRefine((mapping, context) => {
  if (mapping.headings) return
  for (const { column, path } of columnsOf(mapping)) {
    if (typeof column !== 'string') continue
    const message = 'a file without headings has columns by position'
    context.addIssue({ code: 'custom', message, path })
  }
})
export type TariffMapping = z.infer<typeof TariffMapping>
export type TariffMappingInput = z.input<typeof TariffMapping>

function columnsOf(mapping: z.infer<typeof TariffMappingShape>): { column: Column; path: string[] }[] {
  const { code, texts, parent, section, level, units, from, to } = mapping
  const single = Object.entries({ code, parent, section, level, units, from, to })
  return [
    ...single.flatMap(([field, value]) =>
      value === undefined ? [] : [{ column: value.column, path: [field, 'column'] }],
    ),
    ...(units?.secondColumn === undefined
      ? []
      : [{ column: units.secondColumn, path: ['units', 'secondColumn'] }]),
    ...Object.entries(texts).map(([language, column]) => ({ column, path: ['texts', language] })),
  ]
}
