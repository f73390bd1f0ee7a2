/** Minutes of one date in which a checkpoint was open after all, whatever its opening hours and closures say. */
export const calendarExceptions = /* sql */ `
CREATE TABLE calendar_exception (
  checkpoint TEXT NOT NULL REFERENCES checkpoint (code) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  starts_minute INTEGER NOT NULL CHECK (starts_minute BETWEEN 0 AND 1439),
  ends_minute INTEGER NOT NULL CHECK (ends_minute BETWEEN 1 AND 1440),
  PRIMARY KEY (checkpoint, date, starts_minute),
  CHECK (starts_minute < ends_minute)
) STRICT, WITHOUT ROWID;
`
