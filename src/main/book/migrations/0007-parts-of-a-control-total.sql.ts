/** What a control total was added up from in its cell, as counts keep it. */
export const partsOfAControlTotal = /* sql */ `
ALTER TABLE control_total ADD COLUMN parts TEXT;
`
