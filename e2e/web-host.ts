import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Launch, RunningHost } from './running-host.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Starts the real web host as it was built and opens the link that it prints. */
export async function launchWebHost({ browser, folder, book }: Launch): Promise<RunningHost> {
  const args = ['out/main/web.js', '--no-browser', ...(book === null ? [] : ['--book', book])]
  const host = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PORTBOOK_HOME: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const end = async (signal: NodeJS.Signals) => {
    const ended = host.exitCode === null && host.signalCode === null ? once(host, 'exit') : null
    host.kill(signal)
    await ended
  }
  try {
    const link = await printedLink(host)
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(link)
    const leave = async (signal: NodeJS.Signals) => {
      await end(signal)
      await context.close()
    }
    return { page, close: () => leave('SIGTERM'), kill: () => leave('SIGKILL') }
  } catch (error) {
    await end('SIGKILL')
    throw error
  }
}

/** The link of the line `Portbook: …`; fails where the program ends, or says nothing, before it. */
export function printedLink(child: ChildProcess, patienceMs = 30_000): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const timer = setTimeout(() => reject(new Error(`no link after ${patienceMs} ms:\n${text}`)), patienceMs)
    child.once('exit', (code) => reject(new Error(`ended with ${code} before its link:\n${text}`)))
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part
      const link = /^Portbook: (http:\S+)$/m.exec(text)?.[1]
      if (link === undefined) return
      clearTimeout(timer)
      resolve(link)
    })
  })
}
