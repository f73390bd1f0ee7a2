import type { CustomScheme } from 'electron'
import { NotInDouble, refuseUnknown } from './refusal.ts'

type Handler = (request: Request) => Response | Promise<Response>

const schemes = new Set<string>()
const handlers = new Map<string, Handler>()
const standInDomain = '.electron-double.invalid'
let sealed = false

/** `app://portbook/x` as the browser sees it: it cannot navigate to a scheme that it does not know. */
export function toStandIn(address: string): string {
  const { protocol, host, pathname, search, hash } = new URL(address)
  const scheme = protocol.slice(0, -1)
  if (!schemes.has(scheme)) throw new NotInDouble(`way to load ${address}: the scheme was not registered`)
  return `https://${host}.${scheme}${standInDomain}${pathname || '/'}${search}${hash}`
}

/** The address that the program knows, for one that the browser knows; foreign addresses stay as they are. */
export function fromStandIn(address: string): string {
  const url = URL.parse(address)
  if (!url?.hostname.endsWith(standInDomain)) return address
  const name = url.hostname.slice(0, -standInDomain.length)
  const dot = name.lastIndexOf('.')
  return `${name.slice(dot + 1)}://${name.slice(0, dot)}${url.pathname}${url.search}${url.hash}`
}

/** The program's answer to a request of the page; null where the address is not of a handled scheme. */
export async function serveAppScheme(request: {
  url: string
  method: string
  headers: Record<string, string>
  postData?: string
}): Promise<{ status: number; headers: { name: string; value: string }[]; body: string } | null> {
  const address = fromStandIn(request.url)
  const handler = handlers.get(new URL(address).protocol.slice(0, -1))
  if (handler === undefined) return null
  const { method, headers, postData } = request
  const response = await handler(
    new Request(address, { method, headers, ...(postData === undefined ? {} : { body: postData }) }),
  )
  const list = Array.from(response.headers, ([name, value]) => ({ name, value }))
  for (const { name, value } of list) {
    // `'self'` means the stand-in origin to the browser; a scheme written out would mean something else.
    if (
      name.startsWith('content-security-policy') &&
      [...schemes].some((scheme) => value.includes(`${scheme}:`))
    ) {
      throw new NotInDouble(`content policy that names a scheme of the program: ${value}`)
    }
  }
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  return { status: response.status, headers: list, body }
}

/** Called when the app gets ready: from then on Electron registers no scheme any more. */
export function sealSchemes(): void {
  sealed = true
}

export const protocol = refuseUnknown('protocol', {
  registerSchemesAsPrivileged(custom: CustomScheme[]): void {
    if (sealed) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    if (schemes.size > 0) throw new Error('protocol.registerSchemesAsPrivileged can be called only once')
    for (const { scheme, privileges = {} } of custom) {
      const { standard, secure, bypassCSP } = privileges
      if (!standard || !secure || bypassCSP) {
        throw new NotInDouble(`scheme ${scheme} that is not standard, secure and under its content policy`)
      }
      schemes.add(scheme)
    }
  },
  handle(scheme: string, handler: Handler): void {
    if (!sealed) throw new Error('protocol.handle needs a session: call it after the app is ready')
    if (!schemes.has(scheme))
      throw new NotInDouble(`handler for ${scheme}:, which was not registered as privileged`)
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    handlers.set(scheme, handler)
  },
})
