import type { IncomingMessage } from 'node:http'

/** An answer that ends a request: the status and a sentence for whoever debugs it. */
export interface Refusal {
  status: number
  reason: string
}

/**
 * Keeps other pages of the same browser out: the right Host stops DNS rebinding, Origin and Sec-Fetch-Site stop
 * requests that another page makes. Only the first step into the page itself, which holds no data, may come from
 * outside, since the file that carries the token counts as another site.
 */
export function checkRequest(request: IncomingMessage, port: number): Refusal | null {
  const origin = `http://127.0.0.1:${port}`
  if (request.headers.host !== `127.0.0.1:${port}`) return { status: 421, reason: 'wrong Host' }
  const given = request.headers.origin
  if (given === undefined ? request.method === 'POST' : given !== origin) {
    return { status: 403, reason: 'wrong Origin' }
  }
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isFirstStep(request)) {
    return { status: 403, reason: 'wrong Sec-Fetch-Site' }
  }
  return null
}

function isFirstStep(request: IncomingMessage): boolean {
  return (
    request.method === 'GET' &&
    request.url === '/' &&
    request.headers['sec-fetch-mode'] === 'navigate' &&
    request.headers['sec-fetch-dest'] === 'document'
  )
}
