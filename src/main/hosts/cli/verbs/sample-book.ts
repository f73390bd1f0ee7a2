import { makeSample } from '../../../dispatch/make-sample.ts'
import { choice, type Options, optional, required, WrongUse } from '../command-line.ts'
import type { Outcome } from '../print.ts'

const mostYears = 50
const ports = ['jeminay', 'horgos'] as const

/** `sample --book F [--port jeminay|horgos] [--years N]` */
export async function sampleBook(options: Options): Promise<Outcome> {
  const book = required(options, 'book')
  const port = choice(options, 'port', ports) ?? 'jeminay'
  const made = await makeSample(book, port, yearsOf(optional(options, 'years')))
  const { from, to, figures } = made
  return {
    sound: true,
    data: { book, ...made },
    lines: [`Sample book for ${port}, ${from} to ${to}, ${figures} invented figures: ${book}`],
  }
}

/** @throws WrongUse */
function yearsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const years = /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (years >= 1 && years <= mostYears) return years
  throw new WrongUse(`--years is a whole number from 1 to ${mostYears}, not ${text}`)
}
