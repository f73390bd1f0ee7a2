import { openBookToVerify } from '../../../book/open-book.ts'
import { queryBook } from '../book-calls.ts'
import { type Options, optional, required } from '../command-line.ts'
import type { Outcome } from '../print.ts'

/** `verify --book F [--head HASH]` */
export async function verify(options: Options): Promise<Outcome> {
  const head = optional(options, 'head')
  const result = await queryBook(
    required(options, 'book'),
    'verifyJournal',
    head === undefined ? {} : { head },
    openBookToVerify,
  )
  const lines = [
    `${result.entries} entries, head ${result.head ?? 'none'}`,
    ...result.damage.map((damage) => {
      const to = damage.to !== undefined && damage.to !== damage.sequence ? ` to ${damage.to}` : ''
      return `desk ${damage.desk}, entry ${damage.sequence}${to}: ${damage.kind}`
    }),
    result.sound ? 'The journal is sound.' : 'The journal has been tampered with or is damaged.',
  ]
  return { sound: result.sound, data: result, lines }
}
