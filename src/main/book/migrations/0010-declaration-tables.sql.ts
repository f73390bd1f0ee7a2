/**
 * Indexes by which the tables of declarations and items are sorted and filtered, and the search in their texts. The
 * search is not journalled: triggers note which declarations changed, and the writer reads those anew before it commits.
 */
export const declarationTables = /* sql */ `
CREATE INDEX declaration_by_counted ON declaration (counted_date);
CREATE INDEX declaration_by_gross ON declaration (gross_grams);
CREATE INDEX declaration_by_direction ON declaration (direction, date);
CREATE INDEX declaration_by_transport ON declaration (transport_mode, date);
CREATE INDEX declaration_by_currency ON declaration (currency, date);
CREATE INDEX declaration_item_by_net ON declaration_item (net_grams);
CREATE INDEX declaration_item_by_value ON declaration_item (value_minor);

-- A whole number for each declaration, since the search knows its rows by numbers only.
CREATE TABLE declaration_search_number (
  number INTEGER PRIMARY KEY,
  declaration TEXT NOT NULL UNIQUE
) STRICT;

-- Declarations whose texts changed and are not in the search yet.
CREATE TABLE declaration_search_due (declaration TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- rowid = number × 1024 + position: 0 for the header with its vehicles, from 1 on the items. Keys come cut and folded.
CREATE VIRTUAL TABLE declaration_search USING fts5 (
  keys, content='', contentless_delete=1, detail='none', prefix='2 3', tokenize='ascii'
);

INSERT INTO declaration_search_due SELECT id FROM declaration;
${due('declaration', 'id', ['number', 'consignor', 'consignee', 'declarant'])}
${due('declaration_item', 'declaration', ['hs_code', 'goods'])}
${due('declaration_vehicle', 'declaration', ['plate', 'trailer', 'manifest'])}
`

function due(table: string, declaration: string, texts: readonly string[]): string {
  const mark = (row: 'NEW' | 'OLD') => `
BEGIN INSERT OR IGNORE INTO declaration_search_due VALUES (${row}.${declaration}); END;`
  return `
CREATE TRIGGER ${table}_text_comes AFTER INSERT ON ${table}${mark('NEW')}
CREATE TRIGGER ${table}_text_goes AFTER DELETE ON ${table}${mark('OLD')}
CREATE TRIGGER ${table}_text_changes AFTER UPDATE OF ${texts.join(', ')} ON ${table}
WHEN ${texts.map((text) => `OLD.${text} IS NOT NEW.${text}`).join(' OR ')}${mark('NEW')}`
}
