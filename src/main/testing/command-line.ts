import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../hosts/cli/main.ts', import.meta.url))

/** The end of a run of the command line: its exit status and what it printed. */
export interface Run {
  status: number | null
  out: string
  error: string
}

/** Runs `portbook` with these arguments as a terminal does; `deaf` closes the pipe that it prints into at once. */
export async function portbook(args: readonly string[], deaf = false): Promise<Run> {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  if (deaf) child.stdout.destroy()
  // Bytes, since a decoded stream would hide a byte-order mark.
  const [out, error] = await Promise.all([deaf ? '' : buffer(child.stdout), buffer(child.stderr)])
  if (child.exitCode === null) await once(child, 'exit')
  return { status: child.exitCode, out: out.toString('utf8'), error: error.toString('utf8') }
}

/** Runs a verb with `--json`; fails where it prints anything but one JSON object in one line. */
export async function portbookJson(...args: string[]): Promise<{ status: number | null; answer: unknown }> {
  const { status, out } = await portbook([...args, '--json'])
  if (!/^\{[^\n]*\}\n$/.test(out)) throw new Error(`not one JSON object: ${out}`)
  return { status, answer: JSON.parse(out) }
}
