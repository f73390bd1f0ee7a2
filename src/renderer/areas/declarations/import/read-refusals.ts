import type { PreviewList } from '../../../../shared/contract/declarations-import.ts'
import { mostPreviewRows, type Refusal } from '../../../../shared/contract/import.ts'
import type { Answer } from '../../../../shared/errors.ts'
import { call } from '../../../lib/client.ts'

const list: PreviewList = 'refused'

/** Row, column, cell and reason of every refusal of a finished check. */
export async function readRefusals(
  job: string,
  reasonOf: (refusal: Refusal) => string,
): Promise<Answer<string[][]>> {
  const lines: string[][] = []
  for (;;) {
    const page = { offset: lines.length, limit: mostPreviewRows }
    const answer = await call('readPreviewLines', { job, list, ...page })
    if (!answer.ok) return answer
    const { rows } = answer.output
    for (const line of rows) {
      if ('code' in line) {
        lines.push([String(line.row), line.column, String(line.details.text ?? ''), reasonOf(line)])
      }
    }
    if (rows.length < mostPreviewRows) return { ok: true, output: lines }
  }
}
