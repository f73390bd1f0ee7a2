import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import type { Answer, ErrorCode } from '../../../shared/errors.ts'
import { isAlive } from './instance-file.ts'

/**
 * How many files of a window stay: each of its imports may have one open, and a tab that was opened as a copy of another is
 * the same window here.
 */
export const keptOfWindow = 8

/** Files that windows handed over: each stays until its window has handed over many more, or the host ends. */
export interface ReceivedFiles {
  /**
   * Streams a request's body to disk and answers the path of the file, or why it could not be kept.
   * @param name what the file is called at the user's
   * @throws where the window leaves in the middle; nothing of the file stays then
   */
  receive(request: IncomingMessage, session: string, name: string): Promise<Answer<string>>
  /** Takes all of them away. */
  close(): void
}

/** Keeps files in a private folder of this process beside its state; what a killed host left there is taken away. */
export function createReceivedFiles(stateFolder: string): ReceivedFiles {
  removeLeftovers(stateFolder)
  const folder = path.join(stateFolder, `files-${process.pid}`)
  const kept = new Map<string, string[]>()
  let received = 0

  return {
    async receive(request, session, name) {
      received += 1
      const own = path.join(folder, String(received))
      const file = path.join(own, safeName(name))
      const failure = await writeBody(request, file).catch((error: unknown) => {
        remove(own)
        throw error
      })
      if (failure !== null) {
        remove(own)
        return { ok: false, error: { code: failure, details: { file: name } } }
      }
      const all = [...(kept.get(session) ?? []), own]
      for (const old of all.splice(0, all.length - keptOfWindow)) remove(old)
      kept.set(session, all)
      return { ok: true, output: file }
    },
    close: () => remove(folder),
  }
}

/** Writes the body; null, or why the disk did not take it. The body is read to its end either way: only then the window hears an answer. */
async function writeBody(request: IncomingMessage, file: string): Promise<ErrorCode | null> {
  let failure: ErrorCode | null = null
  const attempt = async <Result>(work: () => Promise<Result>): Promise<Result | null> => {
    try {
      return await work()
    } catch (error) {
      failure ??= diskFault(error)
      return null
    }
  }
  const handle = await attempt(async () => {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    return open(file, 'wx', 0o600)
  })
  try {
    for await (const part of request) {
      if (handle && failure === null) await attempt(() => handle.appendFile(part))
    }
  } finally {
    if (handle) await attempt(() => handle.close())
  }
  return failure
}

function diskFault(error: unknown): ErrorCode {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full'
  console.error(error)
  return 'file-unreadable'
}

/** A name that every system takes and that leads out of no folder, as near to the given one as that allows. */
function safeName(given: string): string {
  const plain = (given.split(/[\\/]/).at(-1) ?? '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not be in a name
    .replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const { name, ext } = path.parse(plain)
  // 60 units of text are at most 180 bytes; a device of Windows has no file beside it.
  const short = `${name.slice(0, 60).toWellFormed()}${ext.slice(0, 20).toWellFormed()}`
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(short) || short === '' ? `file-${short}` : short
}

function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    // Windows keeps a file that an import still reads; it goes with the folder when the host ends.
    console.error(error)
  }
}

function removeLeftovers(stateFolder: string): void {
  let names: string[] = []
  try {
    names = readdirSync(stateFolder)
  } catch {
    // The first start has no such folder yet.
  }
  for (const name of names) {
    const pid = /^files-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) remove(path.join(stateFolder, name))
  }
}
