import type { OutputOf } from '../../../../shared/contract/index.ts'
import { TariffMapping } from '../../../../shared/tariff/tariff-mapping.ts'
import { commandBook, queryBook } from '../book-calls.ts'
import { type Options, optional, required, WrongUse } from '../command-line.ts'
import type { Outcome } from '../print.ts'
import { readJsonFile } from '../read-json.ts'

const mostPrinted = 50

/** `import tariff --book F --file CSV|XLSX [--mapping M.json] [--from D] [--dry-run]`; without a mapping columns are guessed. */
export async function importTariff(options: Options): Promise<Outcome> {
  const book = required(options, 'book')
  const file = required(options, 'file')
  const mapping = await mappingFor(book, file, optional(options, 'mapping'))
  const from = optional(options, 'from')
  const result = await commandBook(book, 'importTariff', {
    file,
    mapping,
    ...(from !== undefined && { from }),
    dryRun: options['dry-run'] === true,
  })
  return { sound: result.refusedCells === 0, data: result, lines: linesOf(result) }
}

async function mappingFor(book: string, file: string, path: string | undefined): Promise<TariffMapping> {
  if (path !== undefined) return readJsonFile(path, TariffMapping)
  const { mapping } = await queryBook(book, 'guessTariff', { file })
  if (mapping === null) throw new WrongUse(`${file}: no columns look like codes and texts; write a --mapping`)
  return mapping
}

function linesOf(result: OutputOf<'importTariff'>): string[] {
  const { rows, lines, levels, replaces, skipped, skippedRows, unknownUnits, refused, refusedCells } = result
  return [
    `${rows} rows, ${lines} lines: ${result.new} new, ${result.same} same, ${result.changed} changed, ${result.gone} gone`,
    `digits: ${levels.map((level) => `${level.digits}: ${level.lines}`).join(', ')}; languages: ${result.languages.join(', ')}`,
    ...(replaces
      ? [`takes the place of ${replaces.file}, ${replaces.lines} lines, from ${replaces.from}`]
      : []),
    ...skipped.slice(0, mostPrinted).map(({ row, text }) => `row ${row}: “${text}” is no code; skipped`),
    ...(skippedRows > mostPrinted ? [`and ${skippedRows - mostPrinted} more rows without a code`] : []),
    ...unknownUnits
      .slice(0, mostPrinted)
      .map(({ word, rows: number }) => `unit “${word}” (${number} rows) is not known; kept as it is`),
    ...(result.hiddenRows > 0
      ? [`${result.hiddenRows} rows are hidden in the workbook; they are read too`]
      : []),
    ...refused
      .slice(0, mostPrinted)
      .map((at) => `row ${at.row}${at.column ? `, ${at.column}` : ''}: ${at.reason}`),
    ...(refusedCells > mostPrinted ? [`and ${refusedCells - mostPrinted} more`] : []),
    outcomeOf(result),
  ]
}

function outcomeOf({ refusedCells, written, batch, from }: OutputOf<'importTariff'>): string {
  if (refusedCells > 0) return 'Nothing was written.'
  if (!written) return 'Trial run: nothing was written.'
  if (batch === null) return 'The book says all of this already.'
  return from === '0001-01-01' ? 'Written.' : `Written; it holds from ${from} on.`
}
