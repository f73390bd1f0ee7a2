import type { DeclarationPosition } from '../../../../shared/contract/declarations-table.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/index.ts'
import type { Answer, ErrorReport } from '../../../../shared/errors.ts'
import { call } from '../../../lib/client.ts'
import { download } from '../../../lib/download.ts'
import type { TableChoice } from './table-choice.ts'

export const tableFormats = ['csv', 'xlsx'] as const
export type TableFormat = (typeof tableFormats)[number]

type PartName = 'writeDeclarationsPart' | 'readDeclarationsPart'

/** A refusal on its way out of a stream. */
class Refused extends Error {
  readonly report: ErrorReport
  constructor(report: ErrorReport) {
    super(report.code)
    this.report = report
  }
}

/** The parts of what is filtered, one after the other as they are asked for. */
async function* partsOf<Name extends PartName>(
  operation: Name,
  { of, filter }: TableChoice,
): AsyncGenerator<OutputOf<Name>> {
  let after: DeclarationPosition | null = null
  do {
    const answer: Answer<OutputOf<Name>> = await call(operation, { of, filter, after } as InputOf<Name>)
    if (!answer.ok) throw new Refused(answer.error)
    yield answer.output
    after = answer.output.next
  } while (after !== null)
}

/**
 * Offers what is filtered as a download; only a part of it is in memory at a time, and what is written the browser may keep on
 * the disk.
 * @returns how many rows there are, or why there is no file
 */
export async function exportTable(
  choice: TableChoice,
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
    download(await (format === 'csv' ? csvBlob(choice, count) : workbookBlob(choice, count)), file)
    return { rows }
  } catch (error) {
    return { error: error instanceof Refused ? error.report : { code: 'host-gone', details: {} } }
  }
}

async function csvBlob(choice: TableChoice, count: (rows: number) => void): Promise<Blob> {
  const parts: Blob[] = []
  for await (const { text, rows } of partsOf('writeDeclarationsPart', choice)) {
    parts.push(new Blob([text]))
    count(rows)
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' })
}

async function workbookBlob(choice: TableChoice, count: (rows: number) => void): Promise<Blob> {
  const { writeXlsxStream } = await import('hucre/xlsx')
  const parts = partsOf('readDeclarationsPart', choice)
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
