import { refuseBookAt } from '../../../book/book-location.ts'
import { queryBook } from '../book-calls.ts'
import { choice, type Options, optional, required } from '../command-line.ts'
import type { Outcome } from '../print.ts'
import { writeOut } from '../write-out.ts'

const formats = ['csv', 'xlsx', 'json'] as const

/** `export counts --book F [--from D --to D] --format csv|xlsx|json --out F` */
export async function exportCounts(options: Options): Promise<Outcome> {
  const written = await queryBook(required(options, 'book'), 'exportCounts', {
    from: optional(options, 'from'),
    to: optional(options, 'to'),
    format: choice(options, 'format', formats) ?? 'csv',
    file: required(options, 'out'),
  })
  return outcome(written)
}

/** `export openings --book F [--from D --to D] --format csv|xlsx|json --out F` */
export async function exportOpenings(options: Options): Promise<Outcome> {
  const written = await queryBook(required(options, 'book'), 'exportOpenings', {
    from: optional(options, 'from'),
    to: optional(options, 'to'),
    format: choice(options, 'format', formats) ?? 'csv',
    file: required(options, 'out'),
  })
  return outcome(written)
}

/** `export declarations --book F [--from D --to D] --format csv|xlsx|json --out F` */
export async function exportDeclarations(options: Options): Promise<Outcome> {
  return outcome(
    await queryBook(required(options, 'book'), 'exportDeclarations', wantedDeclarations(options)),
  )
}

/** `export items --book F [--from D --to D] --format csv|xlsx|json --out F` */
export async function exportItems(options: Options): Promise<Outcome> {
  return outcome(await queryBook(required(options, 'book'), 'exportItems', wantedDeclarations(options)))
}

function wantedDeclarations(options: Options) {
  return {
    from: optional(options, 'from'),
    to: optional(options, 'to'),
    format: choice(options, 'format', formats) ?? 'csv',
    file: required(options, 'out'),
  }
}

/** `export journal --book F --format csv|xlsx|json --out F` */
export async function exportJournal(options: Options): Promise<Outcome> {
  const written = await queryBook(required(options, 'book'), 'exportJournal', {
    format: choice(options, 'format', formats) ?? 'csv',
    file: required(options, 'out'),
  })
  return outcome(written)
}

/** `export port --book F --out F` */
export async function exportPort(options: Options): Promise<Outcome> {
  const book = required(options, 'book')
  const file = required(options, 'out')
  refuseBookAt(file, book)
  const { text } = await queryBook(book, 'exportPort', {})
  writeOut(file, text)
  return { sound: true, data: { file }, lines: [`Port written to ${file}`] }
}

function outcome(written: { rows: number; file: string }): Outcome {
  return { sound: true, data: written, lines: [`${written.rows} rows written to ${written.file}`] }
}
