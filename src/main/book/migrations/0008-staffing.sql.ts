/**
 * Channel staffing: what channels a port has, who opens them and when, which officers there are, and the buses.
 * Figures of a day (openings, duties, deployments, departures) refer to settings without foreign keys, as counts do:
 * rules check what they refer to before they are written, and the settings keep what they refer to.
 */
export const staffing = /* sql */ `
-- More things have names that change with the years.
CREATE TABLE name_of_more (
  entity TEXT NOT NULL CHECK (entity IN
    ('port', 'checkpoint', 'line', 'shift', 'closure', 'holiday', 'channel', 'team', 'route', 'commodity-group')),
  code TEXT NOT NULL,
  language TEXT NOT NULL,
  from_date TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (entity, code, language, from_date)
) STRICT, WITHOUT ROWID;
INSERT INTO name_of_more SELECT entity, code, language, from_date, text FROM name;
DROP TABLE name;
ALTER TABLE name_of_more RENAME TO name;

CREATE TABLE channel (
  code TEXT PRIMARY KEY,
  checkpoint TEXT NOT NULL REFERENCES checkpoint (code) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('manual', 'e-gate', 'vehicle', 'cargo', 'crew', 'diplomatic')),
  directions TEXT NOT NULL CHECK (json_valid(directions)),
  eligible TEXT CHECK (json_valid(eligible)),
  position INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE channel_outage (
  id TEXT PRIMARY KEY,
  channel TEXT NOT NULL REFERENCES channel (code) DEFERRABLE INITIALLY DEFERRED,
  from_date TEXT NOT NULL,
  from_minute INTEGER NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_date TEXT NOT NULL,
  to_minute INTEGER NOT NULL CHECK (to_minute BETWEEN 1 AND 1440),
  reason TEXT
) STRICT, WITHOUT ROWID;

-- An empty checkpoint: everywhere where it has no service time of its own.
CREATE TABLE service_time (
  kind TEXT NOT NULL CHECK (kind IN ('manual', 'e-gate', 'vehicle', 'cargo', 'crew', 'diplomatic')),
  checkpoint TEXT NOT NULL,
  from_date TEXT NOT NULL,
  seconds INTEGER NOT NULL CHECK (seconds BETWEEN 1 AND 86400),
  PRIMARY KEY (kind, checkpoint, from_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE staffing_rule (
  checkpoint TEXT NOT NULL REFERENCES checkpoint (code) DEFERRABLE INITIALLY DEFERRED,
  from_date TEXT NOT NULL,
  heads TEXT NOT NULL CHECK (heads IN ('counted', 'named')),
  longest_duty INTEGER CHECK (longest_duty BETWEEN 1 AND 1440),
  target_minutes INTEGER NOT NULL CHECK (target_minutes BETWEEN 1 AND 1440),
  target_percent INTEGER CHECK (target_percent BETWEEN 1 AND 99),
  PRIMARY KEY (checkpoint, from_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE officer (
  number TEXT PRIMARY KEY,
  name TEXT,
  kinds TEXT NOT NULL CHECK (json_valid(kinds)),
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE team (
  code TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE team_member (
  officer TEXT NOT NULL REFERENCES officer (number) DEFERRABLE INITIALLY DEFERRED,
  from_date TEXT NOT NULL,
  team TEXT NOT NULL REFERENCES team (code) DEFERRABLE INITIALLY DEFERRED,
  to_date TEXT NOT NULL,
  PRIMARY KEY (officer, from_date)
) STRICT, WITHOUT ROWID;

-- A team works a shift on one day of a cycle; day 0 is the rota's first date.
CREATE TABLE rota (
  checkpoint TEXT NOT NULL REFERENCES checkpoint (code) DEFERRABLE INITIALLY DEFERRED,
  from_date TEXT NOT NULL,
  cycle_day INTEGER NOT NULL,
  shift TEXT NOT NULL,
  team TEXT NOT NULL REFERENCES team (code) DEFERRABLE INITIALLY DEFERRED,
  cycle_days INTEGER NOT NULL CHECK (cycle_days BETWEEN 1 AND 366),
  to_date TEXT NOT NULL,
  PRIMARY KEY (checkpoint, from_date, cycle_day, shift, team),
  CHECK (cycle_day >= 0 AND cycle_day < cycle_days)
) STRICT, WITHOUT ROWID;

-- Minutes count from 00:00 of the date that the shift began on. No end: it is still open.
CREATE TABLE opening (
  id TEXT PRIMARY KEY,
  checkpoint TEXT NOT NULL,
  date TEXT NOT NULL,
  shift TEXT NOT NULL,
  channel TEXT NOT NULL,
  plan TEXT NOT NULL CHECK (plan IN ('planned', 'actual')),
  direction TEXT NOT NULL CHECK (direction IN ('entry', 'exit')),
  starts_minute INTEGER NOT NULL CHECK (starts_minute BETWEEN 0 AND 2879),
  ends_minute INTEGER CHECK (ends_minute > starts_minute AND ends_minute <= 2880),
  head_count INTEGER CHECK (head_count BETWEEN 0 AND 99),
  CHECK (plan = 'actual' OR ends_minute IS NOT NULL)
) STRICT, WITHOUT ROWID;
-- Holds every column, so that a year's openings are read from the index alone.
CREATE INDEX opening_by_date ON opening
  (date, checkpoint, plan, shift, channel, direction, starts_minute, ends_minute, head_count);
CREATE INDEX opening_by_channel ON opening (channel, date);

-- No end: until the opening's.
CREATE TABLE duty (
  opening TEXT NOT NULL REFERENCES opening (id) DEFERRABLE INITIALLY DEFERRED,
  officer TEXT NOT NULL,
  starts_minute INTEGER NOT NULL CHECK (starts_minute BETWEEN 0 AND 2879),
  ends_minute INTEGER CHECK (ends_minute > starts_minute AND ends_minute <= 2880),
  role TEXT NOT NULL CHECK (role IN ('inspector', 'assistant', 'supervisor')),
  PRIMARY KEY (opening, officer, starts_minute)
) STRICT, WITHOUT ROWID;
CREATE INDEX duty_by_officer ON duty (officer);

CREATE TABLE route (
  code TEXT PRIMARY KEY,
  checkpoint TEXT REFERENCES checkpoint (code) DEFERRABLE INITIALLY DEFERRED,
  crosses_border INTEGER NOT NULL CHECK (crosses_border IN (0, 1)),
  line TEXT REFERENCES line (code) DEFERRABLE INITIALLY DEFERRED,
  passenger_line TEXT REFERENCES line (code) DEFERRABLE INITIALLY DEFERRED,
  zone TEXT,
  position INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE deployment (
  route TEXT NOT NULL,
  date TEXT NOT NULL,
  vehicles INTEGER NOT NULL CHECK (vehicles BETWEEN 0 AND 9999),
  PRIMARY KEY (route, date)
) STRICT, WITHOUT ROWID;
CREATE INDEX deployment_by_date ON deployment (date);

CREATE TABLE departure (
  id TEXT PRIMARY KEY,
  route TEXT NOT NULL,
  date TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('entry', 'exit')),
  minute INTEGER CHECK (minute BETWEEN 0 AND 1439),
  vehicles INTEGER NOT NULL CHECK (vehicles BETWEEN 1 AND 9999),
  passengers INTEGER CHECK (passengers BETWEEN 0 AND 9999999)
) STRICT, WITHOUT ROWID;
CREATE INDEX departure_by_date ON departure (date, route);
CREATE INDEX departure_by_route ON departure (route, date);

CREATE TRIGGER checkpoint_with_openings_stays BEFORE DELETE ON checkpoint
WHEN EXISTS (SELECT 1 FROM channel JOIN opening ON opening.channel = channel.code
             WHERE channel.checkpoint = OLD.code AND opening.checkpoint = OLD.code)
BEGIN SELECT RAISE(ABORT, 'a checkpoint with openings can only be ended'); END;
CREATE TRIGGER channel_with_openings_stays BEFORE DELETE ON channel
WHEN EXISTS (SELECT 1 FROM opening WHERE channel = OLD.code)
BEGIN SELECT RAISE(ABORT, 'a channel with openings can only be ended'); END;
CREATE TRIGGER officer_on_duty_stays BEFORE DELETE ON officer
WHEN EXISTS (SELECT 1 FROM duty WHERE officer = OLD.number)
BEGIN SELECT RAISE(ABORT, 'an officer with duties can only be ended'); END;
CREATE TRIGGER route_with_buses_stays BEFORE DELETE ON route
WHEN EXISTS (SELECT 1 FROM deployment WHERE route = OLD.code)
  OR EXISTS (SELECT 1 FROM departure WHERE route = OLD.code)
BEGIN SELECT RAISE(ABORT, 'a route with buses can only be ended'); END;
`
