import type { OutputOf } from '../../../../shared/contract/index.ts'
import { DeclarationsMapping } from '../../../../shared/trade/declarations-mapping.ts'
import { commandBook, queryBook } from '../book-calls.ts'
import { choice, type Options, optional, required, WrongUse } from '../command-line.ts'
import type { Outcome } from '../print.ts'
import { readJsonFile } from '../read-json.ts'

const mostPrinted = 50

/**
 * `import declarations --book F --file CSV|XLSX [--mapping M.json] [--unqualified refuse|take] [--dry-run]`; without a
 * mapping columns are guessed by their headings.
 */
export async function importDeclarations(options: Options): Promise<Outcome> {
  const book = required(options, 'book')
  const file = required(options, 'file')
  const mapping = await mappingFor(book, file, optional(options, 'mapping'))
  const unqualified = choice(options, 'unqualified', ['refuse', 'take'] as const)
  const result = await commandBook(book, 'importDeclarations', {
    file,
    mapping: { ...mapping, ...(unqualified !== undefined && { unqualified }) },
    dryRun: options['dry-run'] === true,
  })
  return { sound: result.refusedCells === 0, data: result, lines: linesOf(result) }
}

async function mappingFor(
  book: string,
  file: string,
  path: string | undefined,
): Promise<DeclarationsMapping> {
  if (path !== undefined) return readJsonFile(path, DeclarationsMapping)
  const { mapping, missing } = await queryBook(book, 'guessDeclarations', { file })
  if (mapping !== null) return mapping
  const what = missing.length > 0 ? missing.join(', ') : 'the columns'
  throw new WrongUse(`${file}: no headings look like ${what}; write a --mapping`)
}

function linesOf(result: OutputOf<'importDeclarations'>): string[] {
  const { rows, declarations, items, vehicles, refused, refusedCells, warnings, warningCells } = result
  const named = (list: typeof refused): string[] =>
    list.slice(0, mostPrinted).map((at) => `row ${at.row}${at.column ? `, ${at.column}` : ''}: ${at.reason}`)
  const andMore = (all: number): string[] => (all > mostPrinted ? [`and ${all - mostPrinted} more`] : [])
  return [
    `${rows} rows, ${declarations} declarations (${result.new} new, ${result.same} same, ${result.changed} changed), ${items} items, ${vehicles} vehicles`,
    ...(result.uncheckedItems > 0
      ? [`${result.uncheckedItems} items have codes that no tariff of their date could check`]
      : []),
    ...(result.hiddenRows > 0
      ? [`${result.hiddenRows} rows are hidden in the workbook; they are read too`]
      : []),
    ...(warningCells > 0 ? [`Worth a second look (${warningCells}):`, ...named(warnings)] : []),
    ...andMore(warningCells),
    ...(refusedCells > 0 ? [`Refused (${refusedCells}):`, ...named(refused)] : []),
    ...andMore(refusedCells),
    outcomeOf(result),
  ]
}

function outcomeOf({ refusedCells, written, batch }: OutputOf<'importDeclarations'>): string {
  if (refusedCells > 0) return 'Nothing was written.'
  if (!written) return 'Trial run: nothing was written.'
  return batch === null ? 'The book says all of this already.' : 'Written.'
}
