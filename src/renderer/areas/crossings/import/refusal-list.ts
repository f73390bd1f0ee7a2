import type { Refusal } from '../../../../shared/contract/import.ts'
import { mostPreviewRows } from '../../../../shared/contract/import.ts'
import type { Answer } from '../../../../shared/errors.ts'
import { call } from '../../../lib/client.ts'
import { type RefusalLine, refusalLines } from './refusal-csv.ts'

/** Every refusal of a finished check. */
export async function readRefusals(
  job: string,
  headings: readonly string[],
  reasonOf: (refusal: Refusal) => string,
): Promise<Answer<RefusalLine[]>> {
  const lines: RefusalLine[] = []
  for (let offset = 0; ; offset += mostPreviewRows) {
    const answer = await call('readPreviewRows', { job, filter: 'refused', offset, limit: mostPreviewRows })
    if (!answer.ok) return answer
    const { rows } = answer.output
    lines.push(...rows.flatMap((row) => refusalLines(row, headings, reasonOf)))
    if (rows.length < mostPreviewRows) return { ok: true, output: lines }
  }
}
