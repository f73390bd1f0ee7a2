import { writeFileSync } from 'node:fs'
import { type ReportFile, reportFormats, reportKinds } from '../../../../shared/contract/reports.ts'
import { type Language, languages } from '../../../../shared/words.ts'
import { refuseBookAt } from '../../../book/book-location.ts'
import { translateFileFailure } from '../../../book/sqlite-errors.ts'
import { queryBook } from '../book-calls.ts'
import { choice, type Options, optional, required, WrongUse } from '../command-line.ts'
import type { Outcome } from '../print.ts'

/** `report shift|day|week|month|quarter|year|range --book F --date D …` */
export async function report(options: Options): Promise<Outcome> {
  const kind = reportKinds.find((candidate) => candidate === options.kind)
  if (!kind) throw new WrongUse(`report is one of ${reportKinds.join(', ')}`)
  const format = choice(options, 'format', reportFormats) ?? 'json'
  const language: Language = choice(options, 'language', languages) ?? 'en'
  const book = required(options, 'book')
  const out = optional(options, 'out')
  if (out === undefined && format === 'xlsx') throw new WrongUse('--format xlsx needs --out')
  if (out !== undefined) refuseBookAt(out, book)
  const file = await queryBook(book, 'writeCrossingsReport', {
    report: {
      kind,
      date: required(options, 'date'),
      to: optional(options, 'to'),
      checkpoint: optional(options, 'checkpoint'),
      shift: optional(options, 'shift'),
    },
    format,
    language,
  })
  if (out !== undefined) {
    writeOut(out, file)
    return { sound: true, data: { file: out }, lines: [`Report written to ${out}`] }
  }
  const text = file.encoding === 'text' ? file.text : file.base64
  return { sound: true, data: format === 'json' ? JSON.parse(text) : { text }, lines: [], text }
}

function writeOut(out: string, file: ReportFile): void {
  try {
    writeFileSync(out, file.encoding === 'text' ? file.text : Buffer.from(file.base64, 'base64'))
  } catch (error) {
    throw translateFileFailure(error, out)
  }
}
