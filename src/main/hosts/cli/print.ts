import { AppError, type ErrorReport } from '../../../shared/errors.ts'
import { texts } from '../../../shared/languages/index.ts'
import { WrongUse } from './command-line.ts'

/** What a verb did: `data` for machines, `lines` for people, `text` where the output is the thing itself (a report). */
export interface Outcome {
  sound: boolean
  data: unknown
  lines: string[]
  text?: string
}

export function printOutcome(outcome: Outcome, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify(outcome.data)}\n`)
  else if (outcome.text !== undefined) process.stdout.write(outcome.text)
  else for (const line of outcome.lines) process.stdout.write(`${line}\n`)
}

/** Says what went wrong; answers the exit status. */
export function printFailure(error: unknown, json: boolean): number {
  if (error instanceof WrongUse) {
    if (json)
      process.stdout.write(`${JSON.stringify({ error: { code: 'wrong-use', message: error.message } })}\n`)
    else process.stderr.write(`${error.message}\n`)
    return 2
  }
  const report: ErrorReport =
    error instanceof AppError
      ? { code: error.code, details: error.details }
      : { code: 'internal', details: {} }
  if (report.code === 'internal') console.error(error)
  if (json) process.stdout.write(`${JSON.stringify({ error: report })}\n`)
  else process.stderr.write(`${texts.en.errors[report.code]}${detailsText(report)}\n`)
  return report.code === 'invalid-input' || report.code === 'unknown-port' ? 2 : 1
}

function detailsText({ details }: ErrorReport): string {
  const about = Object.entries(details).map(
    ([name, value]) => `${name} ${name === 'since' ? instant(value) : value}`,
  )
  return about.length > 0 ? ` (${about.join(', ')})` : ''
}

const instant = (value: string | number): string => new Date(Number(value)).toISOString()
