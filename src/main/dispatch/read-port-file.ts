import { readFileSync, statSync } from 'node:fs'
import { AppError } from '../../shared/errors.ts'
import { PortFile } from '../../shared/port-file.ts'

/** Far more than the port with most checkpoints needs. */
const largestFileBytes = 4 * 1024 * 1024

/**
 * Reads a port file that the user chose; `docs/PORT-FILES.md` describes it.
 * @throws AppError file-missing, file-unreadable; port-file-wrong with the `field` and the `message` of its first fault
 */
export function readPortFile(file: string): PortFile {
  const parsed = PortFile.safeParse(jsonOf(file))
  if (parsed.success) return parsed.data
  const [fault] = parsed.error.issues
  throw wrong(fault?.path.join('.') ?? '', fault?.message ?? '')
}

function jsonOf(file: string): unknown {
  const text = textOf(file)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw wrong('JSON', error instanceof Error ? error.message : '')
  }
}

function textOf(file: string): string {
  try {
    const there = statSync(file, { throwIfNoEntry: false })
    if (!there) throw new AppError('file-missing', { file })
    if (!there.isFile() || there.size > largestFileBytes) throw new AppError('file-unreadable', { file })
    // A byte-order mark at its beginning is dropped.
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('file-unreadable', { file })
  }
}

const wrong = (field: string, message: string): AppError =>
  new AppError('port-file-wrong', { field, message: message.slice(0, 400) })
