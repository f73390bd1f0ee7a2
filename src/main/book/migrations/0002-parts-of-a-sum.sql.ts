/** What a count was added up from in its cell, such as `45+38+12`; null where the number was typed as it is. */
export const partsOfASum = /* sql */ `
ALTER TABLE count ADD COLUMN parts TEXT;
`
