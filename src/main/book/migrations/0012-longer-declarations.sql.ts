/**
 * A quantity may stand in an item before its unit is known and a unit before its quantity, so that a draft keeps them; and a
 * declaration may have more items than the search had room for: a header and 1,023 items.
 */
export const longerDeclarations = /* sql */ `
CREATE TABLE longer_item (
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
  PRIMARY KEY (declaration, position)
) STRICT, WITHOUT ROWID;
INSERT INTO longer_item SELECT declaration, position, hs_code, goods, quantity_millionths, unit,
  second_quantity_millionths, second_unit, net_grams, value_minor, origin, destination FROM declaration_item;
DROP TABLE declaration_item;
ALTER TABLE longer_item RENAME TO declaration_item;

CREATE INDEX declaration_item_by_hs_code ON declaration_item (hs_code);
CREATE INDEX declaration_item_by_net ON declaration_item (net_grams);
CREATE INDEX declaration_item_by_value ON declaration_item (value_minor);

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

CREATE TRIGGER declaration_item_text_comes AFTER INSERT ON declaration_item
BEGIN INSERT OR IGNORE INTO declaration_search_due VALUES (NEW.declaration); END;
CREATE TRIGGER declaration_item_text_goes AFTER DELETE ON declaration_item
BEGIN INSERT OR IGNORE INTO declaration_search_due VALUES (OLD.declaration); END;
CREATE TRIGGER declaration_item_text_changes AFTER UPDATE OF hs_code, goods ON declaration_item
WHEN OLD.hs_code IS NOT NEW.hs_code OR OLD.goods IS NOT NEW.goods
BEGIN INSERT OR IGNORE INTO declaration_search_due VALUES (NEW.declaration); END;

-- rowid = number × 4096 + position from now on: every declaration is read anew into the search.
DROP TABLE declaration_search;
CREATE VIRTUAL TABLE declaration_search USING fts5 (
  keys, content='', contentless_delete=1, detail='none', prefix='2 3', tokenize='ascii'
);
DELETE FROM declaration_search_number;
INSERT OR IGNORE INTO declaration_search_due SELECT id FROM declaration;
`
