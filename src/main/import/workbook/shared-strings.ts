import Database from 'better-sqlite3'
import { XmlReader } from './read-xml.ts'
import type { WorkbookParts } from './workbook-parts.ts'

/** Characters that are kept in memory; what is beyond them goes to a temporary file of SQLite's. */
const mostInMemory = 8_000_000

/** The texts that cells of a workbook refer to by number. */
export class SharedStrings {
  readonly #inMemory: string[] = []
  #characters = 0
  #count = 0
  #onDisk: {
    db: Database.Database
    add: Database.Statement
    find: Database.Statement<[number], string>
  } | null = null

  static async read(parts: WorkbookParts, part: string | null): Promise<SharedStrings> {
    const strings = new SharedStrings()
    if (part === null) return strings
    let text = ''
    let inText = false
    let inPhonetic = false
    const reader = new XmlReader(parts.file, {
      open: (name) => {
        if (name === 'si') text = ''
        if (name === 'rPh') inPhonetic = true
        if (name === 't') inText = !inPhonetic
      },
      text: (piece) => {
        if (inText) text += piece
      },
      close: (name) => {
        if (name === 't') inText = false
        if (name === 'rPh') inPhonetic = false
        if (name === 'si') strings.#add(unescaped(text))
      },
    })
    try {
      for await (const chunk of parts.chunks(part)) reader.write(chunk)
      reader.end()
      strings.#settle()
      return strings
    } catch (error) {
      strings.close()
      throw error
    }
  }

  /** Undefined where there is no text of this number. */
  get(index: number): string | undefined {
    return index < this.#inMemory.length ? this.#inMemory[index] : this.#onDisk?.find.get(index)
  }

  close(): void {
    this.#onDisk?.db.close()
  }

  #add(text: string): void {
    if (this.#characters < mostInMemory) {
      this.#inMemory.push(text)
      this.#characters += text.length
    } else {
      this.#onDisk ??= openTexts()
      this.#onDisk.add.run(this.#count, text)
    }
    this.#count += 1
  }

  #settle(): void {
    this.#onDisk?.db.exec('COMMIT')
  }
}

function openTexts() {
  const db = new Database('')
  db.pragma('journal_mode = OFF')
  db.pragma('cache_size = -8192')
  db.exec('CREATE TABLE shared (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT; BEGIN')
  return {
    db,
    add: db.prepare('INSERT INTO shared VALUES (?, ?)'),
    find: db.prepare<[number], string>('SELECT text FROM shared WHERE number = ?').pluck(),
  }
}

/** Excel writes characters that XML cannot have as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
