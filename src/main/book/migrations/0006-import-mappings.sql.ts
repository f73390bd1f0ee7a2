/** Mappings saved under a name, so that the same kind of file is read the same way next time. */
export const importMappings = /* sql */ `
CREATE TABLE import_mapping (
  name TEXT PRIMARY KEY,
  target TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping))
) STRICT, WITHOUT ROWID;
`
