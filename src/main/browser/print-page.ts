import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { AppError } from '../../shared/errors.ts'
import { openPipe, type Send } from './browser-pipe.ts'
import { findBrowser } from './find-browser.ts'

/** A browser that takes longer has hung. */
const patienceMs = 60_000

const quiet = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-startup-window',
  '--password-store=basic',
  '--use-mock-keychain',
]

/**
 * A page of HTML as PDF, printed unseen by this machine's browser on a profile of its own; scripts do not run.
 * @throws AppError browser-missing, printing-failed
 */
export async function printPage(
  html: string,
  browser: string | null = findBrowser(),
): Promise<Uint8Array<ArrayBuffer>> {
  if (browser === null) throw new AppError('browser-missing')
  const profile = mkdtempSync(path.join(os.tmpdir(), 'portbook-print-'))
  // Chromium refuses to start as root with its sandbox.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(browser, [...quiet, ...asRoot, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  const ended = once(child, 'exit').catch(() => undefined)
  const patience = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  try {
    const send = pipeOf(child)
    const pdf = await print(send, html)
    // It writes its profile to the end; one that is killed may still do so while the folder is removed.
    await Promise.race([send('Browser.close'), ended])
    return pdf
  } catch (error) {
    console.error(error)
    throw new AppError('printing-failed', { program: browser })
  } finally {
    child.kill('SIGKILL')
    await ended
    clearTimeout(patience)
    await rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
  }
}

function pipeOf(child: ChildProcess): Send {
  const [, , , output, input] = child.stdio as unknown as [null, null, null, Writable, Readable]
  return openPipe(output, input)
}

async function print(send: Send, html: string): Promise<Uint8Array<ArrayBuffer>> {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
  const page = (method: string, params = {}) => send(method, params, String(sessionId))
  await page('Emulation.setScriptExecutionDisabled', { value: true })
  const { frameTree } = (await page('Page.getFrameTree')) as { frameTree: { frame: { id: string } } }
  await page('Page.setDocumentContent', { frameId: frameTree.frame.id, html })
  const { data } = await page('Page.printToPDF', { preferCSSPageSize: true })
  return Uint8Array.from(Buffer.from(String(data), 'base64'))
}
