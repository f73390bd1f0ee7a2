import { createReadStream } from 'node:fs'
import { TextDecoder } from 'node:util'
import { AppError } from '../../shared/errors.ts'
import type { TableShape } from '../../shared/mapping-shape.ts'

type Encoding = NonNullable<TableShape['encoding']>

/** How the bytes of files that are no text begin: PDF, images, SQLite; workbooks have been told apart before. */
const foreignStarts = ['25504446', '89504e47', 'ffd8ff', '47494638', '53514c69', '1f8b']

/**
 * Streams a text file's characters. A byte-order mark decides its encoding, then the mapping, then UTF-8.
 * @throws AppError file-missing, file-unreadable, file-empty, not-a-table; wrong-encoding and row-unreadable with the row
 */
export async function* readText(
  file: string,
  encoding: Encoding | undefined,
  onBytes: (bytes: number) => void,
): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  try {
    for await (const bytes of chunksOf(file)) {
      decoder ??= decoderFor(bytes, encoding, file)
      const text = decode(decoder, bytes)
      if (text === null || text.includes(nothing)) throw await faultIn(file, decoder.encoding)
      onBytes(bytes.length)
      yield text
    }
    if (!decoder) throw new AppError('file-empty', { file })
    const rest = decode(decoder, null)
    if (rest === null) throw await faultIn(file, decoder.encoding)
    yield rest
  } catch (error) {
    throw readFailure(error, file)
  }
}

/** U+0000, which no table has and SQLite cuts texts at. */
const nothing = '\0'

function chunksOf(file: string): AsyncIterable<Buffer> {
  return createReadStream(file, { highWaterMark: 256 * 1024 })
}

function decoderFor(start: Buffer, encoding: Encoding | undefined, file: string): TextDecoder {
  const hex = start.subarray(0, 8).toString('hex')
  if (foreignStarts.some((foreign) => hex.startsWith(foreign))) throw new AppError('not-a-table', { file })
  const marked = hex.startsWith('efbbbf') ? 'utf-8' : hex.startsWith('fffe') ? 'utf-16le' : null
  const name = marked ?? encoding ?? 'utf-8'
  if (name !== 'utf-16le' && start.subarray(0, 4096).includes(0)) throw new AppError('not-a-table', { file })
  return new TextDecoder(name, { fatal: true })
}

/** The text of the next bytes (of none: the end); null where they are not in the decoder's encoding. */
function decode(decoder: TextDecoder, bytes: Buffer | null): string | null {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    return null
  }
}

/** Reads a faulty file again, line by line, for the row in which its fault stands. */
async function faultIn(file: string, encoding: string): Promise<AppError> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let row = 1
  for await (const bytes of chunksOf(file)) {
    for (let from = 0; from < bytes.length; ) {
      const newline = bytes.indexOf(0x0a, from)
      const to = newline < 0 ? bytes.length : newline + 1
      const text = decode(decoder, bytes.subarray(from, to))
      if (text === null) return new AppError('wrong-encoding', { row, encoding })
      if (text.includes(nothing)) return new AppError('row-unreadable', { row })
      if (text.includes('\n')) row += 1
      from = to
    }
  }
  return new AppError('wrong-encoding', { row, encoding })
}

/** The file system's failures as errors of the closed list; all others as they are. */
export function readFailure(error: unknown, file: string): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return new AppError('file-missing', { file })
  return new AppError('file-unreadable', { file })
}
