import { readFileSync } from 'node:fs'

export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** A step without tests of its own counts as one. */
export function countStep(status: number | null): Counts {
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** Counts of vitest's JSON report. */
export function countVitest(file: string, status: number | null): Counts {
  return read(file, status, (report) => ({
    passed: number(report.numPassedTests),
    failed: number(report.numFailedTests),
    skipped: number(report.numPendingTests) + number(report.numTodoTests),
  }))
}

/** Counts of Playwright's JSON report; a test that needed a second try has not passed. */
export function countPlaywright(file: string, status: number | null): Counts {
  return read(file, status, ({ stats }) => {
    const of = (name: string) => number((stats as Record<string, unknown>)[name])
    return { passed: of('expected'), failed: of('unexpected') + of('flaky'), skipped: of('skipped') }
  })
}

/** The last line of a test run. */
export function summary(steps: Counts[]): string {
  const { passed, failed, skipped } = sum(steps)
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

export function sum(steps: Counts[]): Counts {
  const of = (name: keyof Counts) => steps.reduce((total, step) => total + step[name], 0)
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') }
}

/** A run that failed counts at least one failure, even where no test did: a file that does not load, say. */
function read(
  file: string,
  status: number | null,
  count: (report: Record<string, unknown>) => Counts,
): Counts {
  try {
    const counts = count(JSON.parse(readFileSync(file, 'utf8')))
    return status === 0 ? counts : { ...counts, failed: Math.max(1, counts.failed) }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function number(value: unknown): number {
  if (typeof value !== 'number') throw new Error('a count is missing in the report')
  return value
}
