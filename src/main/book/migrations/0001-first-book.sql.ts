/**
 * The first book. Frozen once released: later changes are migrations of their own.
 * Dates that are open at one end are 0001-01-01 and 9999-12-31, so that every span compares as text.
 */
export const firstBook = /* sql */ `
-- The chain: who wrote, in which order, and the head of each desk's chain. Not rebuilt from the journal: it is the journal.
CREATE TABLE desk (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sequence INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE TABLE journal (
  desk INTEGER NOT NULL REFERENCES desk (number),
  sequence INTEGER NOT NULL,
  entity TEXT NOT NULL,
  key TEXT NOT NULL,
  entry TEXT NOT NULL,
  hash BLOB NOT NULL,
  at INTEGER GENERATED ALWAYS AS (entry ->> '$.at') VIRTUAL,
  person TEXT GENERATED ALWAYS AS (entry ->> '$.person') VIRTUAL,
  operation TEXT GENERATED ALWAYS AS (entry ->> '$.operation') VIRTUAL,
  batch INTEGER GENERATED ALWAYS AS (entry ->> '$.batch') VIRTUAL,
  undoes INTEGER GENERATED ALWAYS AS (entry ->> '$.undoes') VIRTUAL,
  PRIMARY KEY (desk, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_by_key ON journal (entity, key);

CREATE TRIGGER journal_keeps_entries BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_text BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- Counts the changes of reference data, so that readers know when to read them again. Not journalled.
CREATE TABLE reference_revision (only INTEGER PRIMARY KEY CHECK (only = 1), number INTEGER NOT NULL) STRICT;
INSERT INTO reference_revision VALUES (1, 0);

-- The port and how it counts.
CREATE TABLE book (
  id TEXT PRIMARY KEY,
  port TEXT NOT NULL,
  zone TEXT NOT NULL,
  languages TEXT NOT NULL CHECK (json_valid(languages)),
  sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE name (
  entity TEXT NOT NULL CHECK (entity IN ('port', 'checkpoint', 'line', 'shift', 'closure', 'holiday')),
  code TEXT NOT NULL,
  language TEXT NOT NULL,
  from_date TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (entity, code, language, from_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE midnight_rule (
  from_date TEXT PRIMARY KEY,
  rule TEXT NOT NULL CHECK (rule IN ('split', 'start-day'))
) STRICT, WITHOUT ROWID;

CREATE TABLE line (
  code TEXT PRIMARY KEY,
  unit TEXT NOT NULL CHECK (unit IN ('persons', 'vehicles', 'trains', 'containers')),
  totals TEXT NOT NULL CHECK (json_valid(totals)),
  parent_line TEXT REFERENCES line (code) DEFERRABLE INITIALLY DEFERRED,
  parent_total TEXT,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint (
  code TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  directions TEXT NOT NULL CHECK (json_valid(directions)),
  position INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sheet_line (
  checkpoint TEXT NOT NULL REFERENCES checkpoint (code) DEFERRABLE INITIALLY DEFERRED,
  line TEXT NOT NULL REFERENCES line (code) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  PRIMARY KEY (checkpoint, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE shift (
  checkpoint TEXT NOT NULL REFERENCES checkpoint (code) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  starts_minute INTEGER NOT NULL CHECK (starts_minute BETWEEN 0 AND 1439),
  ends_minute INTEGER NOT NULL CHECK (ends_minute BETWEEN 0 AND 1440),
  PRIMARY KEY (checkpoint, code, from_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE opening_hours (
  checkpoint TEXT NOT NULL REFERENCES checkpoint (code) DEFERRABLE INITIALLY DEFERRED,
  from_date TEXT NOT NULL,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  opens_minute INTEGER NOT NULL,
  closes_minute INTEGER NOT NULL,
  to_date TEXT NOT NULL,
  PRIMARY KEY (checkpoint, from_date, weekday, opens_minute)
) STRICT, WITHOUT ROWID;

CREATE TABLE closure (
  id TEXT PRIMARY KEY,
  checkpoint TEXT NOT NULL REFERENCES checkpoint (code) DEFERRABLE INITIALLY DEFERRED,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  starts_minute INTEGER,
  ends_minute INTEGER,
  CHECK ((starts_minute IS NULL) = (ends_minute IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE holiday (
  id TEXT PRIMARY KEY,
  country TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE shift_state (
  checkpoint TEXT NOT NULL REFERENCES checkpoint (code),
  date TEXT NOT NULL,
  shift TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('signed', 'acknowledged')),
  PRIMARY KEY (checkpoint, date, shift)
) STRICT, WITHOUT ROWID;

-- The figures. No row means not reported. Rules check every figure's checkpoint and line before it is written: foreign
-- keys would look both up again and take as long as the rest of an import; triggers below keep what figures refer to.
CREATE TABLE count (
  checkpoint TEXT NOT NULL,
  line TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('entry', 'exit')),
  date TEXT NOT NULL,
  period TEXT NOT NULL,
  value INTEGER CHECK (value BETWEEN 0 AND 9999999),
  mark TEXT CHECK (mark IN ('closed', 'not-applicable')),
  source TEXT,
  provisional INTEGER CHECK (provisional = 1),
  PRIMARY KEY (checkpoint, line, direction, date, period),
  CHECK ((value IS NULL) <> (mark IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE control_total (
  checkpoint TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('entry', 'exit')),
  unit TEXT NOT NULL CHECK (unit IN ('persons', 'vehicles', 'trains', 'containers')),
  date TEXT NOT NULL,
  period TEXT NOT NULL,
  value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 9999999),
  PRIMARY KEY (checkpoint, direction, unit, date, period)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER checkpoint_with_figures_stays BEFORE DELETE ON checkpoint
WHEN EXISTS (SELECT 1 FROM count WHERE checkpoint = OLD.code)
  OR EXISTS (SELECT 1 FROM control_total WHERE checkpoint = OLD.code)
BEGIN SELECT RAISE(ABORT, 'a checkpoint with figures can only be ended'); END;
CREATE TRIGGER line_with_figures_stays BEFORE DELETE ON line
WHEN EXISTS (SELECT 1 FROM checkpoint JOIN count ON count.checkpoint = checkpoint.code AND count.line = OLD.code)
BEGIN SELECT RAISE(ABORT, 'a line with figures can only be ended'); END;
`
