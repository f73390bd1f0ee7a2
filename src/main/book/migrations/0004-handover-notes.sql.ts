/**
 * What a shift tells the next one. An open item is carried forward from shift to shift until one of them settles it;
 * what was settled long ago is left out by the index.
 */
export const handoverNotes = /* sql */ `
CREATE TABLE handover_note (
  id TEXT PRIMARY KEY,
  checkpoint TEXT NOT NULL REFERENCES checkpoint (code) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL,
  shift TEXT NOT NULL,
  text TEXT NOT NULL,
  open_item INTEGER NOT NULL CHECK (open_item IN (0, 1)),
  settled_date TEXT,
  settled_shift TEXT,
  CHECK ((settled_date IS NULL) = (settled_shift IS NULL)),
  CHECK (open_item = 1 OR settled_date IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX handover_note_by_shift ON handover_note (checkpoint, date, shift);
CREATE INDEX open_item_by_settling ON handover_note (checkpoint, settled_date) WHERE open_item = 1;
`
