import type { Answer, ErrorReport } from '../../../shared/errors.ts'
import { download } from '../../lib/download.ts'

export type TableFormat = 'csv' | 'xlsx'

interface Part<Place> {
  /** Where the next part begins; null behind the last. */
  next: Place | null
}
type TextPart<Place> = Part<Place> & { text: string; rows: number }
type CellsPart<Place> = Part<Place> & { headings: string[]; rows: (string | number | null)[][] }

/** A table that the book writes part by part, from the first (null) to the last. */
export interface TableParts<Place> {
  asText(after: Place | null): Promise<Answer<TextPart<Place>>>
  /** Left out where a table is saved as text only. */
  asCells?(after: Place | null): Promise<Answer<CellsPart<Place>>>
}

/** What a table can be saved as. */
export const formatsOf = <Place>({ asCells }: TableParts<Place>): readonly TableFormat[] =>
  asCells ? ['csv', 'xlsx'] : ['csv']

/** A refusal on its way out of a stream. */
class Refused extends Error {
  readonly report: ErrorReport
  constructor(report: ErrorReport) {
    super(report.code)
    this.report = report
  }
}

/** The parts one after the other, as they are asked for. */
async function* partsOf<Place, Of extends Part<Place>>(
  read: (after: Place | null) => Promise<Answer<Of>>,
): AsyncGenerator<Of> {
  let after: Place | null = null
  do {
    const answer: Answer<Of> = await read(after)
    if (!answer.ok) throw new Refused(answer.error)
    yield answer.output
    after = answer.output.next
  } while (after !== null)
}

/**
 * Offers a table as a download; only a part of it is in memory at a time, and what is written the browser may keep on
 * the disk.
 * @returns how many rows there are, or why there is no file
 */
export async function exportParts<Place>(
  table: TableParts<Place>,
  format: TableFormat,
  file: string,
  onRows: (rows: number) => void,
): Promise<{ rows: number } | { error: ErrorReport }> {
  let rows = 0
  const count = (more: number) => {
    rows += more
    onRows(rows)
  }
  try {
    const { asCells } = table
    const blob = format === 'xlsx' && asCells ? workbookBlob(asCells, count) : csvBlob(table, count)
    download(await blob, file)
    return { rows }
  } catch (error) {
    return { error: error instanceof Refused ? error.report : { code: 'host-gone', details: {} } }
  }
}

async function csvBlob<Place>(table: TableParts<Place>, count: (rows: number) => void): Promise<Blob> {
  const parts: Blob[] = []
  for await (const { text, rows } of partsOf(table.asText)) {
    parts.push(new Blob([text]))
    count(rows)
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}

async function workbookBlob<Place>(
  read: NonNullable<TableParts<Place>['asCells']>,
  count: (rows: number) => void,
): Promise<Blob> {
  const { writeXlsxStream } = await import('hucre/xlsx')
  const parts = partsOf(read)
  const first = (await parts.next()).value
  const rows = async function* () {
    for (let part = first; part; part = (await parts.next()).value) {
      yield* part.rows
      count(part.rows.length)
    }
  }
  const columns = (first?.headings ?? []).map((header: string) => ({ header }))
  const stream = writeXlsxStream(rows(), { name: 'Portbook', columns })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return new Response(stream, { headers: { 'content-type': type } }).blob()
}
