import Database from 'better-sqlite3'

export type Connection = Database.Database

/** `PBOK` in the file's header: tells a book from any other SQLite file. */
export const applicationId = 0x50424f4b

const pageCacheKiB = 32 * 1024

/**
 * The one connection that writes: write-ahead log, durable at every commit.
 * @throws where the settings that durability rests on are not in force.
 */
export function openWriter(path: string): Connection {
  return connect(path, false, (db) => {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('fullfsync = ON')
    db.pragma('foreign_keys = ON')
    // Without it REPLACE deletes a row past its triggers: the journal refuses that too.
    db.pragma('recursive_triggers = ON')
    // A statement with triggers notes what it would have to take back: in a file of its own that costs an import a quarter.
    db.pragma('temp_store = MEMORY')
    const inForce = ['journal_mode', 'synchronous', 'foreign_keys'].map((name) =>
      db.pragma(name, { simple: true }),
    )
    if (inForce.join() !== 'wal,2,1') throw new Error(`durability settings not in force: ${inForce.join()}`)
  })
}

/** A connection that can only read, beside the writer. */
export function openReader(path: string): Connection {
  return connect(path, true, () => undefined)
}

function connect(path: string, readonly: boolean, settle: (db: Connection) => void): Connection {
  const db = new Database(path, { fileMustExist: true, readonly, timeout: 5_000 })
  try {
    settle(db)
    db.pragma('trusted_schema = OFF')
    db.pragma(`cache_size = -${pageCacheKiB}`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
