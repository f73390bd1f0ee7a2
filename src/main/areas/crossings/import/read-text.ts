import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import { AppError } from '../../../../shared/errors.ts'
import type { MappingFile } from '../../../../shared/mapping-file.ts'

type Encoding = NonNullable<MappingFile['encoding']>

/** How the bytes of files that are no text begin: zip (and so .xlsx), old Excel, PDF, images, SQLite. */
const foreignStarts = [
  '504b0304',
  'd0cf11e0',
  '25504446',
  '89504e47',
  'ffd8ff',
  '47494638',
  '53514c69',
  '1f8b',
]

/**
 * Streams a text file's characters. A byte-order mark decides its encoding, then the mapping, then UTF-8.
 * @throws AppError file-missing, file-unreadable, file-empty, not-a-table; wrong-encoding with the row
 */
export async function* readText(file: string, encoding: Encoding | undefined): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let row = 1
  try {
    for await (const bytes of createReadStream(file, {
      highWaterMark: 256 * 1024,
    }) as AsyncIterable<Buffer>) {
      decoder ??= decoderFor(bytes, encoding, file)
      yield decodeOrName(decoder, bytes, row)
      row += newlinesIn(bytes)
    }
    if (!decoder) throw new AppError('file-empty', { file })
    yield decodeOrName(decoder, null, row)
  } catch (error) {
    throw readFailure(error, file)
  }
}

function decoderFor(start: Buffer, encoding: Encoding | undefined, file: string): TextDecoder {
  const hex = start.subarray(0, 8).toString('hex')
  if (foreignStarts.some((foreign) => hex.startsWith(foreign))) throw new AppError('not-a-table', { file })
  const marked = hex.startsWith('efbbbf') ? 'utf-8' : hex.startsWith('fffe') ? 'utf-16le' : null
  const name = marked ?? encoding ?? 'utf-8'
  if (name !== 'utf-16le' && start.subarray(0, 4096).includes(0)) throw new AppError('not-a-table', { file })
  return new TextDecoder(name, { fatal: true })
}

function decodeOrName(decoder: TextDecoder, bytes: Buffer | null, row: number): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    throw new AppError('wrong-encoding', {
      row: row + (bytes ? rowsBeforeFault(decoder.encoding, bytes) : 0),
      encoding: decoder.encoding,
    })
  }
}

/** Lines of a chunk that decode on their own, up to the first that does not. */
function rowsBeforeFault(encoding: string, bytes: Buffer): number {
  let rows = 0
  let from = 0
  while (from < bytes.length) {
    const newline = bytes.indexOf(0x0a, from)
    const to = newline < 0 ? bytes.length : newline + 1
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(from, to))
    } catch {
      if (rows > 0 || from > 0 || !newlineAfter(bytes, to)) return rows
    }
    rows += 1
    from = to
  }
  return Math.max(0, rows - 1)
}

const newlineAfter = (bytes: Buffer, from: number): boolean => bytes.indexOf(0x0a, from) >= 0

function newlinesIn(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) count += 1
  return count
}

function readFailure(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  if (error.code === 'ENOENT') return new AppError('file-missing', { file })
  if (error.code === 'EACCES' || error.code === 'EISDIR') return new AppError('file-unreadable', { file })
  return error
}
