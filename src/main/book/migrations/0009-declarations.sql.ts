/**
 * Trade: declarations with their items, vehicles and what happened to them, commodity groups with what the port may
 * import and export of them, goods that are expected, rates, and the tariff. Weights are grams, quantities millionths
 * of their unit, money minor units of the declaration's currency. A draft may lack nearly everything.
 */
export const declarations = /* sql */ `
CREATE TABLE declaration (
  id TEXT PRIMARY KEY,
  number TEXT UNIQUE,
  date TEXT NOT NULL,
  checkpoint TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('import', 'export')),
  state TEXT NOT NULL CHECK (state IN ('draft', 'registered', 'inspected', 'released', 'refused', 'withdrawn')),
  trade_mode TEXT,
  transport_mode TEXT,
  consignor TEXT,
  consignee TEXT,
  declarant TEXT,
  partner TEXT,
  incoterm TEXT,
  currency TEXT,
  packages INTEGER CHECK (packages >= 0),
  gross_grams INTEGER CHECK (gross_grams >= 0),
  released_date TEXT,
  cleared_date TEXT,
  -- The date it is counted on: of a released import its release, of a released export its clearance; else it is not counted.
  counted_date TEXT,
  amended INTEGER CHECK (amended = 1),
  -- Questions of the rules that were answered with yes.
  accepted TEXT CHECK (json_valid(accepted)),
  -- The batch that wrote the record last: guards against writing over what somebody else wrote meanwhile.
  revision INTEGER NOT NULL,
  CHECK ((counted_date IS NOT NULL) = (state = 'released'))
) STRICT, WITHOUT ROWID;
CREATE INDEX declaration_by_date ON declaration (date);
CREATE INDEX declaration_by_counted_date ON declaration (counted_date, direction) WHERE counted_date IS NOT NULL;
CREATE INDEX declaration_by_state ON declaration (state, date);
CREATE INDEX declaration_by_partner ON declaration (partner, date);
CREATE INDEX declaration_by_checkpoint ON declaration (checkpoint, date);

CREATE TABLE declaration_item (
  declaration TEXT NOT NULL REFERENCES declaration (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 1),
  hs_code TEXT,
  goods TEXT,
  quantity_millionths INTEGER CHECK (quantity_millionths >= 0),
  unit TEXT,
  second_quantity_millionths INTEGER CHECK (second_quantity_millionths >= 0),
  second_unit TEXT,
  net_grams INTEGER CHECK (net_grams >= 0),
  value_minor INTEGER CHECK (value_minor >= 0),
  origin TEXT,
  destination TEXT,
  PRIMARY KEY (declaration, position),
  CHECK ((quantity_millionths IS NULL) = (unit IS NULL)),
  CHECK ((second_quantity_millionths IS NULL) = (second_unit IS NULL))
) STRICT, WITHOUT ROWID;
-- Ids are made in the order of writing: read backwards, the newest items of a code come first.
CREATE INDEX declaration_item_by_hs_code ON declaration_item (hs_code);

CREATE TABLE declaration_vehicle (
  declaration TEXT NOT NULL REFERENCES declaration (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 1),
  plate TEXT NOT NULL,
  trailer TEXT,
  weighbridge_grams INTEGER CHECK (weighbridge_grams >= 0),
  crossing_date TEXT,
  manifest TEXT,
  PRIMARY KEY (declaration, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX declaration_vehicle_by_plate ON declaration_vehicle (plate);
CREATE INDEX declaration_vehicle_by_crossing_date ON declaration_vehicle (crossing_date);

-- What happened to a declaration, in this order.
CREATE TABLE declaration_event (
  declaration TEXT NOT NULL REFERENCES declaration (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 1),
  kind TEXT NOT NULL CHECK (kind IN
    ('registered', 'let-pass', 'inspected', 'released', 'cleared', 'refused', 'withdrawn', 'amended')),
  date TEXT NOT NULL,
  reason TEXT,
  PRIMARY KEY (declaration, position)
) STRICT, WITHOUT ROWID;

-- From a date on; a mask has # for a digit, @ for a letter, * for either, and stands for itself otherwise.
CREATE TABLE declaration_number_format (
  from_date TEXT PRIMARY KEY,
  masks TEXT NOT NULL CHECK (json_valid(masks)),
  description TEXT NOT NULL CHECK (json_valid(description))
) STRICT, WITHOUT ROWID;

-- The one currency that values are added up in, from a date on.
CREATE TABLE reporting_currency (
  from_date TEXT PRIMARY KEY,
  currency TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One unit of the currency is rate / 10^scale of the reporting currency, until the next date.
CREATE TABLE exchange_rate (
  currency TEXT NOT NULL,
  reporting TEXT NOT NULL,
  from_date TEXT NOT NULL,
  rate INTEGER NOT NULL CHECK (rate > 0),
  scale INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 12),
  PRIMARY KEY (currency, reporting, from_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE commodity_group (
  code TEXT PRIMARY KEY,
  parent TEXT REFERENCES commodity_group (code) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  measure TEXT NOT NULL CHECK (measure IN ('mass', 'units')),
  -- The directions in which a port needs a qualification for it.
  restricted TEXT NOT NULL CHECK (json_valid(restricted)),
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE group_prefix (
  commodity_group TEXT NOT NULL REFERENCES commodity_group (code) DEFERRABLE INITIALLY DEFERRED,
  prefix TEXT NOT NULL CHECK (length(prefix) BETWEEN 2 AND 10 AND prefix NOT GLOB '*[^0-9]*'),
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  PRIMARY KEY (commodity_group, prefix, from_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE qualification (
  commodity_group TEXT NOT NULL REFERENCES commodity_group (code) DEFERRABLE INITIALLY DEFERRED,
  direction TEXT NOT NULL CHECK (direction IN ('import', 'export')),
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  note TEXT,
  PRIMARY KEY (commodity_group, direction, from_date)
) STRICT, WITHOUT ROWID;

-- Goods announced for some days; matched to the declaration that they came with.
CREATE TABLE expected_goods (
  id TEXT PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('import', 'export')),
  goods TEXT NOT NULL,
  commodity_group TEXT REFERENCES commodity_group (code) DEFERRABLE INITIALLY DEFERRED,
  weight_grams INTEGER CHECK (weight_grams >= 0),
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  note TEXT,
  declaration TEXT REFERENCES declaration (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (from_date <= to_date)
) STRICT, WITHOUT ROWID;
CREATE INDEX expected_goods_open ON expected_goods (to_date) WHERE declaration IS NULL;
CREATE INDEX expected_goods_by_declaration ON expected_goods (declaration) WHERE declaration IS NOT NULL;

-- Columns, filters and order of a table under a name of its own.
CREATE TABLE saved_view (
  shown TEXT NOT NULL,
  name TEXT NOT NULL,
  view TEXT NOT NULL CHECK (json_valid(view)),
  PRIMARY KEY (shown, name)
) STRICT, WITHOUT ROWID;

-- From here on nothing is journalled. The tariff is kept with the hash of the file it came from: the edition in force on
-- a date is the one with the latest from_date not after it.
CREATE TABLE tariff_edition (
  from_date TEXT PRIMARY KEY,
  id INTEGER NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  languages TEXT NOT NULL CHECK (json_valid(languages)),
  lines INTEGER NOT NULL,
  imported_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A line of an edition, from chapter (2 digits) to national line (10 digits); ids are in the order of codes.
CREATE TABLE tariff_line (
  id INTEGER PRIMARY KEY,
  edition INTEGER NOT NULL REFERENCES tariff_edition (id) ON DELETE CASCADE,
  code TEXT NOT NULL CHECK (length(code) BETWEEN 2 AND 10 AND code NOT GLOB '*[^0-9]*'),
  parent TEXT,
  section INTEGER CHECK (section BETWEEN 1 AND 21),
  names TEXT NOT NULL CHECK (json_valid(names)),
  unit TEXT,
  second_unit TEXT,
  leaf INTEGER NOT NULL CHECK (leaf IN (0, 1)),
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  UNIQUE (edition, code, from_date)
) STRICT;

-- rowid = tariff_line.id. Keys come cut and folded: to ascii every other character belongs to a token.
-- Own keys of a line, and those of the lines above it, so that a line called "other" is found by its heading.
CREATE VIRTUAL TABLE tariff_search USING fts5 (
  own, above, content='', detail='column', columnsize=0, prefix='1 2 3', tokenize='ascii'
);

-- How often the port had a code, and who sends, receives and declares here: kept by the triggers below.
CREATE TABLE hs_code_use (
  hs_code TEXT PRIMARY KEY,
  items INTEGER NOT NULL,
  last_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE party_use (
  role TEXT NOT NULL CHECK (role IN ('consignor', 'consignee', 'declarant')),
  name TEXT NOT NULL,
  declarations INTEGER NOT NULL,
  last_date TEXT NOT NULL,
  PRIMARY KEY (role, name)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER hs_code_comes AFTER INSERT ON declaration_item WHEN NEW.hs_code IS NOT NULL
BEGIN
  INSERT INTO hs_code_use
    VALUES (NEW.hs_code, 1, coalesce((SELECT date FROM declaration WHERE id = NEW.declaration), ''))
  ON CONFLICT DO UPDATE SET items = items + 1, last_date = max(last_date, excluded.last_date);
END;
CREATE TRIGGER hs_code_goes AFTER DELETE ON declaration_item WHEN OLD.hs_code IS NOT NULL
BEGIN
  UPDATE hs_code_use SET items = items - 1 WHERE hs_code = OLD.hs_code;
  DELETE FROM hs_code_use WHERE hs_code = OLD.hs_code AND items = 0;
END;
CREATE TRIGGER hs_code_changes AFTER UPDATE OF hs_code ON declaration_item WHEN OLD.hs_code IS NOT NEW.hs_code
BEGIN
  UPDATE hs_code_use SET items = items - 1 WHERE hs_code = OLD.hs_code;
  DELETE FROM hs_code_use WHERE hs_code = OLD.hs_code AND items = 0;
  INSERT INTO hs_code_use
    SELECT NEW.hs_code, 1, coalesce((SELECT date FROM declaration WHERE id = NEW.declaration), '')
    WHERE NEW.hs_code IS NOT NULL
  ON CONFLICT DO UPDATE SET items = items + 1, last_date = max(last_date, excluded.last_date);
END;
${['consignor', 'consignee', 'declarant'].map(partyTriggers).join('')}
CREATE TRIGGER checkpoint_with_declarations_stays BEFORE DELETE ON checkpoint
WHEN EXISTS (SELECT 1 FROM declaration WHERE checkpoint = OLD.code)
BEGIN SELECT RAISE(ABORT, 'a checkpoint with declarations can only be ended'); END;
`

function partyTriggers(role: string): string {
  const come = `
  INSERT INTO party_use SELECT '${role}', NEW.${role}, 1, NEW.date WHERE NEW.${role} IS NOT NULL
  ON CONFLICT DO UPDATE SET declarations = declarations + 1, last_date = max(last_date, excluded.last_date);`
  const go = `
  UPDATE party_use SET declarations = declarations - 1 WHERE role = '${role}' AND name = OLD.${role};
  DELETE FROM party_use WHERE role = '${role}' AND name = OLD.${role} AND declarations = 0;`
  return `
CREATE TRIGGER ${role}_comes AFTER INSERT ON declaration WHEN NEW.${role} IS NOT NULL
BEGIN${come}
END;
CREATE TRIGGER ${role}_goes AFTER DELETE ON declaration WHEN OLD.${role} IS NOT NULL
BEGIN${go}
END;
CREATE TRIGGER ${role}_changes AFTER UPDATE OF ${role} ON declaration WHEN OLD.${role} IS NOT NEW.${role}
BEGIN${go}${come}
END;
`
}
