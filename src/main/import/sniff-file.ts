import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { AppError } from '../../shared/errors.ts'
import type { encodings } from '../../shared/mapping-shape.ts'
import { readFailure } from './read-text.ts'

export type Encoding = (typeof encodings)[number]

/** Bytes from which encoding, separator and headings are guessed. */
export const sampleBytes = 256 * 1024

/** The first bytes of a file. @throws AppError file-missing, file-unreadable, file-empty */
export function firstBytes(file: string, most = sampleBytes): Buffer {
  try {
    const handle = openSync(file, 'r')
    try {
      const bytes = Buffer.alloc(most)
      const length = readSync(handle, bytes, 0, most, 0)
      if (length === 0) throw new AppError('file-empty', { file })
      return bytes.subarray(0, length)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    throw readFailure(error, file)
  }
}

/**
 * Whether a file is a workbook of Excel or text, by its content.
 * @throws AppError as `firstBytes` does, and workbook-old, workbook-protected and workbook-page for what Excel's other files are
 */
export function kindOf(file: string): 'csv' | 'xlsx' {
  const start = firstBytes(file, 4096)
  const hex = start.subarray(0, 8).toString('hex')
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'xlsx'
  if (hex.startsWith(oleContainer)) {
    // A protected .xlsx is put into the same container as an old .xls, as a part of this name.
    throw new AppError(containsText(file, 'EncryptedPackage') ? 'workbook-protected' : 'workbook-old', {
      file,
    })
  }
  // Many programs save a web page under the name of a workbook, and Excel opens it.
  if (/^\s*<(!doctype|html|table|head|\?xml)/i.test(new TextDecoder().decode(start))) {
    throw new AppError('workbook-page', { file })
  }
  return 'csv'
}

const oleContainer = 'd0cf11e0a1b11ae1'
const directoryBytes = 4 * 1024 * 1024

/** Whether a container's directory, which is near its start or its end, has a name. */
function containsText(file: string, name: string): boolean {
  return firstBytes(file, directoryBytes).includes(Buffer.from(name, 'utf16le'))
}

/**
 * A text file's encoding: by its byte-order mark, else the first that its bytes fit.
 * @throws AppError not-a-table where they fit none
 */
export async function guessEncoding(file: string): Promise<Encoding> {
  const start = firstBytes(file)
  const mark = start.subarray(0, 3).toString('hex')
  if (mark === 'efbbbf') return 'utf-8'
  if (mark.startsWith('fffe')) return 'utf-16le'
  if (isMostlyEveryOtherZero(start)) return 'utf-16le'
  // As the reading of its rows judges it: no text has a zero byte.
  if (start.includes(0)) throw new AppError('not-a-table', { file })
  const telling = (await firstTellingBytes(file)) ?? start
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    if (fits(telling, encoding)) return encoding
  }
  throw new AppError('not-a-table', { file })
}

function isMostlyEveryOtherZero(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 400)
  let zeros = 0
  for (let at = 1; at < sample.length; at += 2) if (sample[at] === 0) zeros += 1
  return zeros > sample.length / 8
}

/** The first lines that have other than ASCII characters; null where the file has none. */
async function firstTellingBytes(file: string): Promise<Buffer | null> {
  for await (const bytes of createReadStream(file, { highWaterMark: sampleBytes })) {
    const chunk = bytes as Buffer
    const first = chunk.findIndex((byte) => byte >= 0x80)
    if (first >= 0) return chunk.subarray(chunk.lastIndexOf(0x0a, first) + 1)
  }
  return null
}

/** Whether bytes are text of an encoding, but for a character that is cut at their end. */
function fits(bytes: Buffer, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
