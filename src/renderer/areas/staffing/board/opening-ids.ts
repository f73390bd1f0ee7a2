const mark = 'new '
let given = 0

/** An id for an opening that the book does not have yet. */
export function newOpeningId(): string {
  given += 1
  return `${mark}${given}`
}

/** Whether the window gave the id, and not the book. */
export const isGivenHere = (id: string): boolean => id.startsWith(mark)
