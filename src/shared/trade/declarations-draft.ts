import type { z } from 'zod'
import { columnIndex } from '../import/column-uses.ts'
import type { Column, DatePattern } from '../mapping-shape.ts'
import { DeclarationsMapping, datedEvents } from './declarations-mapping.ts'

/**
 * A mapping of declarations that is not finished: what a guess found, what the window has been told so far. Its columns
 * are changed one by one, and it becomes a mapping once nothing is missing.
 */

const { quantity, secondQuantity } = DeclarationsMapping.shape
export const DeclarationsDraft = DeclarationsMapping.extend({
  quantity: quantity.unwrap().partial().optional(),
  secondQuantity: secondQuantity.unwrap().partial().optional(),
})
  .partial()
  .required({ format: true })
export type DeclarationsDraft = z.infer<typeof DeclarationsDraft>

/** What a column of a file can be used for, in the order of a declaration. */
export const declarationColumns = [
  ...(['number', 'date', 'checkpoint', 'direction', 'tradeMode', 'transportMode'] as const),
  ...(['consignor', 'consignee', 'declarant', 'partner', 'incoterm', 'currency', 'packages'] as const),
  'grossWeight',
  ...datedEvents,
  ...(['reason', 'history'] as const),
  ...(['hsCode', 'goods', 'quantity', 'unit', 'secondQuantity', 'secondUnit', 'netWeight', 'value'] as const),
  ...(['origin', 'destination', 'plate', 'trailer', 'weighbridge', 'crossingDate', 'manifest'] as const),
] as const
export type DeclarationColumn = (typeof declarationColumns)[number]

/** Fields whose cells are dates. */
export const dateColumns = ['date', ...datedEvents, 'crossingDate'] as const
export const weightColumns = ['grossWeight', 'netWeight', 'weighbridge'] as const
/** Where the unit of a quantity is said. */
const unitOf = { unit: 'quantity', secondUnit: 'secondQuantity' } as const

const isIn = <Value extends string>(list: readonly Value[], value: string): value is Value =>
  (list as readonly string[]).includes(value)

/** The column that a use has; undefined where it has none. */
function columnOf(draft: DeclarationsDraft, use: DeclarationColumn): Column | undefined {
  if (use === 'unit' || use === 'secondUnit') {
    const unit = draft[unitOf[use]]?.unit
    return unit && 'column' in unit ? unit.column : undefined
  }
  const part = draft[use]
  return part && 'column' in part ? part.column : undefined
}

/** What each column of a file is used for; null where it is left alone. */
export function declarationUses(
  draft: DeclarationsDraft,
  headings: readonly string[],
): (DeclarationColumn | null)[] {
  const uses: (DeclarationColumn | null)[] = headings.map(() => null)
  for (const use of declarationColumns) {
    const column = columnOf(draft, use)
    const index = column === undefined ? -1 : columnIndex(column, headings)
    if (index >= 0) uses[index] = use
  }
  return uses
}

/** Whether a file of these headings has every column that a mapping names. */
export function declarationsMappingFits(mapping: DeclarationsMapping, headings: readonly string[]): boolean {
  return declarationColumns.every((use) => {
    const column = columnOf(mapping, use)
    return column === undefined || columnIndex(column, headings) >= 0
  })
}

function without(draft: DeclarationsDraft, use: DeclarationColumn): DeclarationsDraft {
  if (use === 'unit' || use === 'secondUnit' || use === 'quantity' || use === 'secondQuantity') {
    const field = use === 'unit' || use === 'secondUnit' ? unitOf[use] : use
    const { [use === field ? 'column' : 'unit']: _, ...rest } = draft[field] ?? {}
    return { ...draft, [field]: Object.keys(rest).length > 0 ? rest : undefined }
  }
  return { ...draft, [use]: undefined }
}

/**
 * The draft with another use of one column; a use that another column had goes to this one.
 * @param at index of the column from 0
 */
export function withUse(
  draft: DeclarationsDraft,
  headings: readonly string[],
  at: number,
  use: DeclarationColumn | null,
): DeclarationsDraft {
  const before = declarationUses(draft, headings)[at]
  const cleared = before ? without(draft, before) : draft
  if (use === null) return cleared
  const heading = headings[at] ?? ''
  const isUnique = heading !== '' && headings.indexOf(heading) === headings.lastIndexOf(heading)
  const column = isUnique ? heading : at + 1
  if (use === 'unit' || use === 'secondUnit') {
    const field = unitOf[use]
    return { ...cleared, [field]: { ...cleared[field], unit: { column, words: {} } } }
  }
  if (use === 'quantity' || use === 'secondQuantity')
    return { ...cleared, [use]: { ...cleared[use], column } }
  return { ...cleared, [use]: { column, ...detailsOf(cleared, use) } }
}

/** What a use needs beside its column. */
function detailsOf(draft: DeclarationsDraft, use: DeclarationColumn): object {
  if (isIn(dateColumns, use)) return { pattern: draft[use]?.pattern ?? draft.date?.pattern ?? 'YYYY-MM-DD' }
  if (isIn(weightColumns, use)) return { unit: draft[use]?.unit ?? 'kg' }
  if (use === 'hsCode') return { lengths: draft.hsCode?.lengths ?? [6, 8, 10] }
  if (use === 'checkpoint') return { codes: {} }
  return isIn(wordedColumns, use) ? { words: {} } : {}
}

/** Fields whose cells are words that stand for codes of the book. */
export const wordedColumns = [
  ...(['direction', 'tradeMode', 'transportMode', 'partner', 'incoterm', 'currency'] as const),
  ...(['origin', 'destination'] as const),
] as const

/** The draft with all of its dates written in one way. */
export function withDatePattern(draft: DeclarationsDraft, pattern: DatePattern): DeclarationsDraft {
  const dates = dateColumns.flatMap((use) => {
    const part = draft[use]
    return part ? [[use, { ...part, pattern }]] : []
  })
  return { ...draft, ...Object.fromEntries(dates) }
}

/** What is still missing before a draft is a mapping, by the use that no column has. */
export const neededColumns = ['number', 'date', 'direction', 'hsCode', 'goods', 'netWeight'] as const
export type DeclarationsGap = (typeof neededColumns)[number] | 'checkpoint' | 'unit' | 'quantity' | 'invalid'

/** The mapping that a draft is, or what keeps it from being one. */
export function mappingOfDraft(draft: DeclarationsDraft): {
  mapping: DeclarationsMapping | null
  gaps: DeclarationsGap[]
} {
  const gaps: DeclarationsGap[] = [...neededColumns, 'checkpoint' as const].filter((use) => !draft[use])
  for (const amount of [draft.quantity, draft.secondQuantity]) {
    if (amount && amount.column === undefined) gaps.push('quantity')
    if (amount && amount.unit === undefined) gaps.push('unit')
  }
  if (gaps.length > 0) return { mapping: null, gaps: [...new Set(gaps)] }
  const read = DeclarationsMapping.safeParse(draft)
  return read.success ? { mapping: read.data, gaps } : { mapping: null, gaps: ['invalid'] }
}
