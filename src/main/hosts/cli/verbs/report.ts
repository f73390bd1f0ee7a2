import type { InputOf } from '../../../../shared/contract/index.ts'
import { type ReportFile, reportFormats } from '../../../../shared/contract/reports.ts'
import { reportKinds, reportParts, rollUps, tradeBases } from '../../../../shared/report/report-choices.ts'
import { type Language, languages } from '../../../../shared/words.ts'
import { refuseBookAt } from '../../../book/book-location.ts'
import { printPage } from '../../../browser/print-page.ts'
import { queryBook } from '../book-calls.ts'
import { choice, type Options, optional, required, WrongUse } from '../command-line.ts'
import type { Outcome } from '../print.ts'
import { writeOut } from '../write-out.ts'

const formats = [...reportFormats, 'pdf'] as const

/** `report shift|day|week|month|quarter|year|range --book F --date D …` */
export async function report(options: Options): Promise<Outcome> {
  const kind = reportKinds.find((candidate) => candidate === options.kind)
  if (!kind) throw new WrongUse(`report is one of ${reportKinds.join(', ')}`)
  const format = choice(options, 'format', formats) ?? 'json'
  const language: Language = choice(options, 'language', languages) ?? 'en'
  const book = required(options, 'book')
  const out = optional(options, 'out')
  if (out === undefined && (format === 'xlsx' || format === 'pdf')) {
    throw new WrongUse(`--format ${format} needs --out`)
  }
  if (out !== undefined) refuseBookAt(out, book)
  // A PDF is the page, printed.
  const as = { format: format === 'pdf' ? ('html' as const) : format, language }
  const part = choice(options, 'part', [...reportParts, 'trade'])
  const file =
    part === 'trade'
      ? await queryBook(book, 'writeTradeReport', { report: tradeOf(kind, options), ...as })
      : await queryBook(book, 'writeCrossingsReport', { report: crossingsOf(kind, options), part, ...as })
  if (out !== undefined) {
    writeOut(out, format === 'pdf' ? await printPage(textOf(file)) : contentOf(file))
    return { sound: true, data: { file: out }, lines: [`Report written to ${out}`] }
  }
  const text = textOf(file)
  return { sound: true, data: format === 'json' ? JSON.parse(text) : { text }, lines: [], text }
}

type Kind = (typeof reportKinds)[number]

function crossingsOf(kind: Kind, options: Options): InputOf<'writeCrossingsReport'>['report'] {
  for (const name of ['by', 'base']) {
    if (optional(options, name) !== undefined) throw new WrongUse(`--${name} is of --part trade only`)
  }
  return {
    kind,
    ...{ date: required(options, 'date'), to: optional(options, 'to') },
    ...{ checkpoint: optional(options, 'checkpoint'), shift: optional(options, 'shift') },
  }
}

function tradeOf(kind: Kind, options: Options): InputOf<'writeTradeReport'>['report'] {
  if (kind === 'shift' || optional(options, 'shift') !== undefined) {
    throw new WrongUse('trade is counted by day: --part trade is of no shift')
  }
  return {
    kind,
    ...{ date: required(options, 'date'), to: optional(options, 'to') },
    filter: { checkpoint: optional(options, 'checkpoint') },
    by: choice(options, 'by', rollUps) ?? 'group',
    base: choice(options, 'base', tradeBases) ?? null,
  }
}

const textOf = (file: ReportFile): string => (file.encoding === 'text' ? file.text : file.base64)
const contentOf = (file: ReportFile): string | Uint8Array =>
  file.encoding === 'text' ? file.text : Buffer.from(file.base64, 'base64')
