import type { Connection } from './connection.ts'

/** The last entry of this desk's journal: its sequence and its hash in hexadecimal. */
export function journalHead(db: Connection): { sequence: number; hash: string } {
  const head = db
    .prepare<[], { sequence: number; hash: string }>(
      'SELECT sequence, lower(hex(hash)) AS hash FROM desk WHERE number = 1',
    )
    .get()
  if (!head) throw new Error('the book has no desk')
  return head
}
