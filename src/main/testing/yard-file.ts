import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InputOf } from '../../shared/contract/index.ts'
import { eachDate } from '../../shared/dates.ts'

/** A file of the test port's yard with trucks of every day of a span, in both directions, and how to import it. */
export function yardFile(
  folder: string,
  value: number,
  from: string,
  to: string,
): Pick<InputOf<'importCounts'>, 'file' | 'mapping'> {
  const file = join(folder, `yard-${value}.csv`)
  const rows = [...eachDate(from, to)].flatMap((date) => [
    `${date},entry,${value}`,
    `${date},exit,${value + 1}`,
  ])
  writeFileSync(file, ['date,direction,trucks', ...rows].join('\n'))
  return {
    file,
    mapping: {
      format: 1,
      date: { column: 'date', pattern: 'YYYY-MM-DD' },
      checkpoint: { code: 'yard' },
      direction: { column: 'direction', words: { entry: 'entry', exit: 'exit' } },
      counts: { columns: [{ column: 'trucks', line: 'trucks' }] },
    },
  }
}
