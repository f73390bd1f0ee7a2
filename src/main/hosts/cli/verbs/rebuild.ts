import { openBookToRead } from '../../../book/open-book.ts'
import { rebuildBook } from '../../../book/rebuild-book.ts'
import { type Options, required } from '../command-line.ts'
import type { Outcome } from '../print.ts'

/** `rebuild --book F --to F2` */
export function rebuild(options: Options): Outcome {
  const target = required(options, 'to')
  const source = openBookToRead(required(options, 'book'))
  try {
    const entries = rebuildBook(source, target)
    return {
      sound: true,
      data: { book: target, entries },
      lines: [`${entries} entries replayed into ${target}`],
    }
  } finally {
    source.close()
  }
}
