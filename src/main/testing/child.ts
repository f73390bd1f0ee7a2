import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** A second process running one of this folder's scripts; killed when the running test has finished. */
export interface Child {
  pid: number
  lines: AsyncIterator<string>
  /** Ends its input and waits for it to end by itself. */
  finish(): Promise<void>
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>
}

export function startChild(
  script: 'hold-book.ts' | 'import-forever.ts' | 'record-forever.ts',
  args: string[],
): Child {
  const file = fileURLToPath(new URL(script, import.meta.url))
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, [file, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const gone = once(child, 'close')
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await gone
  }
  onTestFinished(kill)
  return {
    pid: child.pid ?? 0,
    lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    finish: async () => {
      child.stdin.end()
      await gone
    },
    kill,
  }
}
