import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { AppError } from '../../../shared/errors.ts'

/** Bytes that a part may unpack to where it is read whole, or kept. */
const mostOfSmallPart = 64 * 1024 * 1024
/** A sheet of Excel's most rows and a few dozen columns; it is only streamed. */
const mostOfStreamedPart = 8 * 1024 * 1024 * 1024
const mostParts = 10_000
/** Sheets unpack to ten or twenty times their size; only a trap comes near what zip can do, which is 1,032. */
const mostExpansion = 400
const expandsAfter = 16 * 1024 * 1024

/** The parts of a workbook, which is a zip file; nothing is read but what is asked for, and never more than is sane. */
export class WorkbookParts {
  readonly file: string
  readonly #zip: ZipFile
  readonly #entries: ReadonlyMap<string, Entry>

  private constructor(file: string, zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.file = file
    this.#zip = zip
    this.#entries = entries
  }

  /** @throws AppError workbook-damaged, workbook-protected, workbook-too-large */
  static async open(file: string): Promise<WorkbookParts> {
    const zip = await damagedUnless(file, openPromise(file, { autoClose: false, lazyEntries: true }))
    try {
      if (zip.entryCount > mostParts) throw new AppError('workbook-too-large', { file })
      const entries = new Map<string, Entry>()
      await damagedUnless(file, list(zip, entries))
      return new WorkbookParts(file, zip, entries)
    } catch (error) {
      zip.close()
      throw error
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** A part's text, of which there may not be much; empty where there is no such part. */
  async text(name: string): Promise<string> {
    const entry = this.#entries.get(name)
    if (!entry) return ''
    if (entry.uncompressedSize > mostOfSmallPart)
      throw new AppError('workbook-too-large', { file: this.file })
    const chunks: Buffer[] = []
    for await (const chunk of this.chunks(name)) chunks.push(chunk)
    return new TextDecoder().decode(Buffer.concat(chunks))
  }

  /** Bytes that a part unpacks to; 0 where there is none. */
  size(name: string): number {
    return this.#entries.get(name)?.uncompressedSize ?? 0
  }

  /** @throws AppError workbook-damaged, workbook-protected, workbook-too-large */
  async *chunks(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name)
    if (!entry) throw new AppError('workbook-damaged', { file: this.file })
    this.#refuseTrap(entry)
    const stream: Readable = await damagedUnless(this.file, this.#zip.openReadStreamPromise(entry))
    try {
      const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
      for (;;) {
        const next = await damagedUnless(this.file, chunks.next())
        if (next.done) return
        yield next.value
      }
    } finally {
      stream.destroy()
    }
  }

  close(): void {
    this.#zip.close()
  }

  #refuseTrap(entry: Entry): void {
    const { file } = this
    if (entry.isEncrypted()) throw new AppError('workbook-protected', { file })
    const { compressedSize, uncompressedSize } = entry
    const expands = uncompressedSize > expandsAfter && uncompressedSize > compressedSize * mostExpansion
    if (expands || uncompressedSize > mostOfStreamedPart) throw new AppError('workbook-too-large', { file })
  }
}

async function list(zip: ZipFile, entries: Map<string, Entry>): Promise<void> {
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
}

/** What the zip reader or the unpacking refuses: a file that is cut, changed or none. */
async function damagedUnless<Value>(file: string, promise: Promise<Value>): Promise<Value> {
  try {
    return await promise
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('workbook-damaged', { file })
  }
}
