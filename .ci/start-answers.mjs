// Runs `npm start` as on a machine without a display: it must print a link, answer there, and end when it is told to.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const folder = mkdtempSync(path.join(os.tmpdir(), 'portbook-ci-'))
const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env
const npm = spawn('npm', ['start'], {
  env: { ...env, PORTBOOK_HOME: folder },
  stdio: ['ignore', 'pipe', 'inherit'],
  detached: true,
})
const patience = setTimeout(() => finish('no link after two minutes'), 120_000)
let text = ''

npm.stdout.setEncoding('utf8').on('data', async (part) => {
  process.stdout.write(part)
  const before = text
  text += part
  const link = /^Portbook: (http:\S+)$/m
  if (link.test(before) || !link.test(text)) return
  const { origin } = new URL(link.exec(text)[1])
  const page = await fetch(origin)
  if (page.status !== 200 || !(await page.text()).includes('<div id="root">'))
    finish('the link shows no window')
  // As Ctrl+C does: to the whole group.
  process.kill(-npm.pid, 'SIGINT')
  await new Promise((resolve) => npm.once('exit', resolve))
  await fetch(origin).then(
    () => finish('the program still answers after its end'),
    () => finish(null),
  )
})
npm.once('exit', (status) => {
  if (!/^Portbook: /m.test(text)) finish(`ended with ${status} before its link`)
})

function finish(failure) {
  clearTimeout(patience)
  try {
    process.kill(-npm.pid, 'SIGKILL')
  } catch {
    // Already gone.
  }
  rmSync(folder, { recursive: true, force: true })
  if (failure !== null) console.error(failure)
  process.exit(failure === null ? 0 : 1)
}
