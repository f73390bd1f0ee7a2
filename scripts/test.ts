import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { endWithChildren, runChild } from './children.ts'
import { ensureBrowser } from './ensure-browser.ts'
import { type Counts, countPlaywright, countStep, countVitest, sum, summary } from './test-counts.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = mkdtempSync(path.join(os.tmpdir(), 'portbook-test-'))
process.once('exit', () => rmSync(reports, { recursive: true, force: true }))
// The tests start the program hundreds of times: what was compiled once is kept for the others.
process.env.NODE_COMPILE_CACHE = path.join(reports, 'compiled')

/** Runs a tool of this project on this same Node and shows its output. */
async function runTool(title: string, script: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const startedMs = Date.now()
  process.stdout.write(`\n== ${title}\n`)
  const file = path.isAbsolute(script) ? script : path.join(root, 'node_modules', script)
  const { status } = await runChild(process.execPath, [file, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  })
  process.stdout.write(
    `== ${title}: ${status === 0 ? 'good' : 'FAILED'}, ${((Date.now() - startedMs) / 1_000).toFixed(1)} s\n`,
  )
  return status
}

async function runNpmScript(name: string): Promise<number | null> {
  const npm = process.env.npm_execpath
  if (npm) return runTool(name, npm, ['run', '--silent', name])
  process.stderr.write('Run the tests by: npm test\n')
  return 1
}

endWithChildren()
if (!(await ensureBrowser())) process.exit(1)

const unitReport = path.join(reports, 'vitest.json')
const browserReport = path.join(reports, 'playwright.json')
const unitReporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]

const steps: Counts[] = [
  countStep(await runNpmScript('check')),
  countStep(await runTool('build', 'electron-vite/bin/electron-vite.js', ['build'])),
  countVitest(unitReport, await runTool('unit', 'vitest/vitest.mjs', ['run', ...unitReporters])),
  countPlaywright(
    browserReport,
    await runTool('e2e', '@playwright/test/cli.js', ['test', '--reporter=list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
    }),
  ),
]

process.stdout.write(`\n${summary(steps)}\n`)
process.exit(sum(steps).failed === 0 ? 0 : 1)
