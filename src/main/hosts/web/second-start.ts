import { request } from 'node:http'
import { type Instance, readInstance } from './instance-file.ts'

/** A running host answers at once; one that hangs shall not hold up the next start for long. */
const patienceMs = 3_000

/** A link to a new window of the host that already runs, or null if none answers. */
export async function linkOfRunningHost(file: string): Promise<string | null> {
  const instance = readInstance(file)
  return instance && askForLink(instance)
}

function askForLink({ port, secret }: Instance): Promise<string | null> {
  const origin = `http://127.0.0.1:${port}`
  return new Promise((resolve) => {
    const asked = request(
      `${origin}/token`,
      { method: 'POST', headers: { origin, 'x-portbook-secret': secret }, timeout: patienceMs, agent: false },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', () => resolve(null))
        response.on('end', () => resolve(linkIn(Buffer.concat(parts).toString('utf8'), origin)))
      },
    )
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve(null))
    asked.end()
  })
}

function linkIn(text: string, origin: string): string | null {
  try {
    const { link } = JSON.parse(text)
    return typeof link === 'string' && link.startsWith(`${origin}/`) ? link : null
  } catch {
    return null
  }
}
