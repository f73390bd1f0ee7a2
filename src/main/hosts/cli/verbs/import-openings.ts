import { OpeningsMappingFile } from '../../../../shared/openings-mapping-file.ts'
import { commandBook } from '../book-calls.ts'
import { type Options, required } from '../command-line.ts'
import type { Outcome } from '../print.ts'
import { readJsonFile } from '../read-json.ts'

const mostPrinted = 50

/** `import openings --book F --file CSV|XLSX --mapping M.json [--dry-run]` */
export async function importOpenings(options: Options): Promise<Outcome> {
  const result = await commandBook(required(options, 'book'), 'importOpenings', {
    file: required(options, 'file'),
    mapping: readJsonFile(required(options, 'mapping'), OpeningsMappingFile),
    dryRun: options['dry-run'] === true,
  })
  const { rows, openings, refused, refusedCells, written, batch } = result
  const outcome =
    refusedCells > 0
      ? 'Nothing was written.'
      : written
        ? batch === null
          ? 'The book says all of this already.'
          : 'Written.'
        : 'Trial run: nothing was written.'
  return {
    sound: refusedCells === 0,
    data: result,
    lines: [
      `${rows} rows, ${openings} openings: ${result.new} new, ${result.same} same, ${result.changed} changed`,
      ...(result.leftOut > 0 ? [`${result.leftOut} rows left out, as the mapping says`] : []),
      ...(result.hiddenRows > 0
        ? [`${result.hiddenRows} rows are hidden in the workbook; they are read too`]
        : []),
      ...refused
        .slice(0, mostPrinted)
        .map((at) => `row ${at.row}${at.column ? `, ${at.column}` : ''}: ${at.reason}`),
      ...(refusedCells > mostPrinted ? [`and ${refusedCells - mostPrinted} more`] : []),
      outcome,
    ],
  }
}
