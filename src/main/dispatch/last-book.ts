import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { deskContract } from '../../shared/contract/desk.ts'
import type { Desk } from './desk.ts'
import { writeWholeFile } from './write-whole-file.ts'

const LastBook = z.strictObject({ book: z.string().min(1) })

const fileIn = (folder: string): string => join(folder, 'last-book.json')

/** Path of the book that was open last, from the program's settings folder; null where there is none or it cannot be read. */
export function readLastBook(folder: string): string | null {
  try {
    return LastBook.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8'))).book
  } catch {
    // Only a convenience is lost: the user chooses the book again.
    return null
  }
}

/** Remembers the book for the next start. */
export function rememberLastBook(folder: string, book: string): void {
  writeWholeFile(fileIn(folder), JSON.stringify(LastBook.parse({ book })))
}

/** Remembers the book that is open now, and whenever another one is opened; a book that failed is not remembered. */
export async function keepLastBook(desk: Desk, folder: string): Promise<void> {
  const remember = async (): Promise<void> => {
    const answer = await desk.call('readDesk', {})
    if (!answer.ok) return
    const { state, book } = deskContract.readDesk.output.parse(answer.output)
    if (state !== 'open' || book === null || book === readLastBook(folder)) return
    try {
      rememberLastBook(folder, book)
    } catch (error) {
      console.error('the book could not be remembered for the next start', error)
    }
  }
  desk.onEvent((event) => {
    if (event.kind === 'desk') void remember()
  })
  await remember()
}
