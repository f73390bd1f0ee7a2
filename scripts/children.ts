import { type SpawnOptions, spawn } from 'node:child_process'
import process from 'node:process'

export interface ChildEnd {
  /** The exit status; null where the child could not be started or was ended by a signal. */
  status: number | null
  /** What the child wrote, where its output was piped. */
  output: string
}

export interface ChildOptions extends Pick<SpawnOptions, 'cwd' | 'env'> {
  /** Keep the output back instead of showing it. */
  quiet?: boolean
  /** Called every second; true ends the child. */
  giveUp?: () => boolean
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
let stopping = false
const running = new Set<{ kill(signal: NodeJS.Signals): boolean }>()

/** Passes the signals that end this process on to its children; it then ends as soon as they have. */
export function endWithChildren(): void {
  for (const signal of signals) {
    process.on(signal, () => {
      stopping = true
      // A terminal sends Ctrl+C to the whole group; Electron takes a second one as an order to die at once.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) for (const child of running) child.kill(signal)
      if (running.size === 0) process.exit(130)
    })
  }
}

/** Runs a program to its end. */
export function runChild(program: string, args: string[], options: ChildOptions = {}): Promise<ChildEnd> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    running.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    }
    const watch = setInterval(() => {
      if (options.giveUp?.()) child.kill('SIGKILL')
    }, 1_000)
    const end = (status: number | null) => {
      clearInterval(watch)
      running.delete(child)
      if (stopping) process.exit(status ?? 130)
      resolve({ status, output })
    }
    child.once('error', (error) => {
      output += error.message
      end(null)
    })
    child.once('close', (status) => end(status))
  })
}
