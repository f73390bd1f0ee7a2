import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { refuse, safetyHeaders } from './answers.ts'

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Sends a file of the built window; what is not inside its folder, or of an unknown kind, does not exist. */
export async function sendStaticFile(folder: string, url: string, response: ServerResponse): Promise<void> {
  const file = await findFile(folder, url)
  const contentType = contentTypes[path.extname(file ?? '').toLowerCase()]
  if (file === null || contentType === undefined) {
    refuse(response, { status: 404, reason: 'no such file' })
    return
  }
  const { size } = await stat(file)
  // Names under assets/ carry a hash of their content; everything else may change with the next build.
  const hashed = path.relative(folder, file).startsWith(`assets${path.sep}`)
  response.writeHead(200, {
    ...safetyHeaders,
    'content-type': contentType,
    'content-length': size,
    'cache-control': hashed ? 'private, max-age=31536000, immutable' : 'no-store',
  })
  if (response.req.method === 'HEAD') response.end()
  else await pipeline(createReadStream(file), response)
}

async function findFile(folder: string, url: string): Promise<string | null> {
  try {
    const wanted = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/')
    const relative = wanted === '/' ? 'index.html' : wanted.slice(1)
    // Colons and backslashes name drives, streams and folders on Windows.
    if (/[\0\\:]/.test(relative)) return null
    const root = await realpath(folder)
    const file = await realpath(path.resolve(root, relative))
    return file.startsWith(root + path.sep) && (await stat(file)).isFile() ? file : null
  } catch {
    return null
  }
}
