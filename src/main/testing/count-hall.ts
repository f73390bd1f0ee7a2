import type { TestBook } from './test-book.ts'

/** Types one count of the hall, entries of a line. */
export async function countHall(
  book: TestBook,
  date: string,
  period: string,
  line = 'domestic',
): Promise<void> {
  await book.done('recordCounts', {
    checkpoint: 'hall',
    counts: [{ line, direction: 'entry', date, period, value: 12 }],
  })
}
