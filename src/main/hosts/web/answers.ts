import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Refusal } from './request-checks.ts'

/** An import's whole file travels by name, so a body is at most what somebody pastes or types. */
export const bodyLimitBytes = 32 * 1024 * 1024

/** Sent with everything: nothing from elsewhere, not in a frame, no guessing of types. */
export const safetyHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** Ends a request with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    ...safetyHeaders,
    'content-type': 'application/json',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(body))
}

/** Ends a request with a refusal; the connection goes too, since a body may still be under way. */
export function refuse(response: ServerResponse, refusal: Refusal): void {
  response.setHeader('connection', 'close')
  sendJson(response, refusal.status, { refused: refusal.reason })
}

/** Reads a JSON body; an empty one is undefined. Answers a refusal where it is too large or no JSON. */
export async function readJson(request: IncomingMessage): Promise<{ value: unknown } | { refusal: Refusal }> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return { refusal: { status: 415, reason: 'only application/json' } }
  }
  const tooLarge = { refusal: { status: 413, reason: `a body has at most ${bodyLimitBytes} bytes` } }
  if (Number(request.headers['content-length']) > bodyLimitBytes) return tooLarge
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += part.length
    if (size > bodyLimitBytes) return tooLarge
    parts.push(part)
  }
  if (size === 0) return { value: undefined }
  try {
    return { value: JSON.parse(Buffer.concat(parts).toString('utf8')) }
  } catch {
    return { refusal: { status: 400, reason: 'not JSON' } }
  }
}
