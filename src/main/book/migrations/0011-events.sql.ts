/** Events: dated facts that explain numbers, at a checkpoint or in the whole port. */
export const events = /* sql */ `
-- More things have names that change with the years.
CREATE TABLE name_of_more (
  entity TEXT NOT NULL CHECK (entity IN
    ('port', 'checkpoint', 'line', 'shift', 'closure', 'holiday', 'channel', 'team', 'route', 'commodity-group', 'event')),
  code TEXT NOT NULL,
  language TEXT NOT NULL,
  from_date TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (entity, code, language, from_date)
) STRICT, WITHOUT ROWID;
INSERT INTO name_of_more SELECT entity, code, language, from_date, text FROM name;
DROP TABLE name;
ALTER TABLE name_of_more RENAME TO name;

-- Events of one kind recur: a fair of every year. No kind: it happened once. No checkpoint: the whole port.
CREATE TABLE event (
  id TEXT PRIMARY KEY,
  kind TEXT CHECK (kind <> ''),
  checkpoint TEXT REFERENCES checkpoint (code) DEFERRABLE INITIALLY DEFERRED,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
