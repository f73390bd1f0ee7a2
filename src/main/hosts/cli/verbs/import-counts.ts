import type { OutputOf } from '../../../../shared/contract/index.ts'
import { MappingFile } from '../../../../shared/mapping-file.ts'
import { commandBook } from '../book-calls.ts'
import { choice, type Options, required } from '../command-line.ts'
import type { Outcome } from '../print.ts'
import { readJsonFile } from '../read-json.ts'

const mostPrinted = 50

/** `import counts --book F --file CSV|XLSX --mapping M.json [--unknown-places refuse|create] [--dry-run]` */
export async function importCounts(options: Options): Promise<Outcome> {
  const result = await commandBook(required(options, 'book'), 'importCounts', {
    file: required(options, 'file'),
    mapping: readJsonFile(required(options, 'mapping'), MappingFile),
    unknownPlaces: choice(options, 'unknown-places', ['refuse', 'create']),
    dryRun: options['dry-run'] === true,
  })
  const { rows, counts, controlTotals, refused, refusedCells } = result
  const lines = [
    `${rows} rows, ${counts} counts: ${result.new} new, ${result.same} same, ${result.changed} changed`,
    `control totals: ${controlTotals.new} new, ${controlTotals.same} same, ${controlTotals.changed} changed`,
    ...(result.leftOut > 0 ? [`${result.leftOut} rows left out, as the mapping says`] : []),
    ...(result.hiddenRows > 0
      ? [`${result.hiddenRows} rows are hidden in the workbook; they are read too`]
      : []),
    ...result.createdCheckpoints.map((code) => `made checkpoint ${code}`),
    ...result.disagreeing
      .slice(0, mostPrinted)
      .map((at) => `row ${at.row}: total ${at.typed}, its lines ${at.sum}`),
    ...result.repeated
      .slice(0, mostPrinted)
      .map((at) => `row ${at.row}, ${at.column}: says again what row ${at.firstRow} says; counted once`),
    ...refused
      .slice(0, mostPrinted)
      .map((at) => `row ${at.row}${at.column ? `, ${at.column}` : ''}: ${at.reason}`),
    ...(refusedCells > mostPrinted ? [`and ${refusedCells - mostPrinted} more`] : []),
    outcomeOf(result),
  ]
  return { sound: refusedCells === 0, data: result, lines }
}

function outcomeOf({ refusedCells, written, batch }: OutputOf<'importCounts'>): string {
  if (refusedCells > 0) return 'Nothing was written.'
  if (!written) return 'Trial run: nothing was written.'
  return batch === null ? 'The book says all of this already.' : 'Written.'
}
