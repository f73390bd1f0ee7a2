import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the second start of a program tells the first. */
export interface Launch {
  argv: string[]
  workingFolder: string
  data: object
}

const launches: Launch[] = []
let listener: ((launch: Launch) => void) | null = null

/** From now on tells the listener of every other start, and of those that came before. */
export function deliverLaunches(tell: (launch: Launch) => void): void {
  listener = tell
  for (const launch of launches.splice(0)) tell(launch)
}

/**
 * Takes the lock on a settings folder. The first to come listens for others; whoever is second has handed over its
 * arguments once `told` settles.
 */
export function takeSingleInstanceLock(
  folder: string,
  data: object,
): { first: boolean; told: Promise<void> } {
  mkdirSync(folder, { recursive: true })
  const lockFile = join(folder, 'single-instance')
  const name = `electron-double-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
  if (!takeFile(lockFile)) return { first: false, told: tellFirst(address, data) }

  process.once('exit', () => rmSync(lockFile, { force: true }))
  // The socket of a first that was killed is still there.
  if (process.platform !== 'win32') rmSync(address, { force: true })
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let text = ''
    socket.on('data', (part) => {
      text += part
    })
    socket.on('end', () => {
      const launch = JSON.parse(text) as Launch
      if (listener) listener(launch)
      else launches.push(launch)
      socket.end()
    })
  })
  server.listen(address)
  server.unref()
  return { first: true, told: Promise.resolve() }
}

/** True where the lock file is now ours: it was not there, or its process has died. */
function takeFile(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (isAlive(Number(readFileSync(lockFile, 'utf8')))) return false
    rmSync(lockFile, { force: true })
    return takeFile(lockFile)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function tellFirst(address: string, data: object): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(address)
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.resume()
    const launch: Launch = { argv: process.argv, workingFolder: process.cwd(), data }
    socket.end(JSON.stringify(launch))
  })
}
