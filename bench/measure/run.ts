import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { isDate } from '../../src/shared/dates.ts'
import { AppError } from '../../src/shared/errors.ts'
import { texts } from '../../src/shared/languages/index.ts'
import { measureForecast } from './forecast.ts'
import { measureQueue } from './queue.ts'
import { WrongData } from './wrong-data.ts'

/**
 * `npm run -s measure -- …`: what the program foretells, held against published data of what came.
 * Exit status 0 measured, 1 the data says no, 2 wrong use.
 */
const usage = `Usage:
  npm run -s measure -- forecast --file CSV --from YYYY-MM-DD --to YYYY-MM-DD [--json]
  npm run -s measure -- queue --file CSV [--json]`

class WrongUse extends Error {}

/** What a measurement says: `data` for machines, `lines` for people. */
type Measured = { data: unknown; lines: string[] }

type Options = Readonly<Record<string, string | boolean | undefined>>

const measurements: Record<string, (options: Options) => Promise<Measured>> = {
  forecast: (options) =>
    measureForecast({ file: fileOf(options), from: dateOf(options, 'from'), to: dateOf(options, 'to') }),
  queue: (options) => {
    if (options.from !== undefined || options.to !== undefined)
      throw new WrongUse(`queue measures the whole file\n${usage}`)
    return measureQueue({ file: fileOf(options) })
  },
}

const wantsJson = process.argv.includes('--json')
try {
  const { data, lines } = await measure(process.argv.slice(2))
  process.stdout.write(wantsJson ? `${JSON.stringify(data)}\n` : `${lines.join('\n')}\n`)
} catch (error) {
  process.exitCode = sayWhatFailed(error)
}

async function measure([what, ...rest]: string[]): Promise<Measured> {
  const measurement = what === undefined ? undefined : measurements[what]
  if (!measurement) throw new WrongUse(usage)
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({
      args: rest,
      options: { file: text, from: text, to: text, json: { type: 'boolean' } },
    })
    return await measurement(values)
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) throw new WrongUse(`${error.message}\n${usage}`)
    throw error
  }
}

function fileOf(options: Options): string {
  const file = options.file
  if (typeof file !== 'string' || file === '') throw new WrongUse(`--file is missing\n${usage}`)
  if (!existsSync(file)) throw new WrongData(`there is no file ${file}`)
  return file
}

function dateOf(options: Options, name: 'from' | 'to'): string {
  const date = options[name]
  if (typeof date !== 'string') throw new WrongUse(`--${name} is missing\n${usage}`)
  if (!isDate(date)) throw new WrongUse(`--${name} is a date as YYYY-MM-DD, not ${date}\n${usage}`)
  return date
}

function sayWhatFailed(error: unknown): 1 | 2 {
  const [code, message] = told(error)
  if (code === 'internal') console.error(error)
  if (wantsJson) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`)
  else process.stderr.write(`${message}\n`)
  return code === 'wrong-use' ? 2 : 1
}

function told(error: unknown): [code: string, message: string] {
  if (error instanceof WrongUse) return ['wrong-use', error.message]
  if (error instanceof WrongData) return ['wrong-data', error.message]
  if (!(error instanceof AppError)) return ['internal', texts.en.errors.internal]
  const details = Object.entries(error.details).map(([name, value]) => `${name} ${value}`)
  return [error.code, [texts.en.errors[error.code], ...details].join(', ')]
}
