/**
 * The table of all counts goes by date over every place and line. The key's other columns follow by themselves, since
 * the table has no rowid: counts of one date stand by checkpoint, line, direction and period.
 */
export const countsByDate = /* sql */ `
CREATE INDEX count_by_date ON count (date);
`
