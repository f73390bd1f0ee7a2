import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { isOwnAddress } from './window-address.ts'

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Scripts, styles and pictures come from the program itself; `data:` is for small pictures inside style sheets. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const safetyHeaders = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** No segment may start with a dot or hold an escape, so no address can point outside the folder. */
const plainPath = /^(\/[\w-][\w.-]*)+$/

/** Answers a request of the window with a file of the built renderer's folder, or with 403, 404 or 405. */
export async function serveWindowFile(folder: string, method: string, address: string): Promise<Response> {
  if (!isOwnAddress(address)) return refusal(403)
  if (method !== 'GET') return refusal(405)
  const { pathname } = new URL(address)
  const path = pathname === '/' ? '/index.html' : pathname
  if (!plainPath.test(path)) return refusal(403)
  const contentType = contentTypes[extname(path)]
  if (contentType === undefined) return refusal(404)
  try {
    const body = await readFile(join(folder, path))
    return new Response(body, { headers: { ...safetyHeaders, 'content-type': contentType } })
  } catch {
    return refusal(404)
  }
}

const refusal = (status: number): Response => new Response(null, { status, headers: safetyHeaders })
