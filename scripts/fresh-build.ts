import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { runChild } from './children.ts'

/** Builds `out/` where it is missing or older than what it is made from; true if it is there afterwards. */
export async function ensureBuild(root: string): Promise<boolean> {
  if (isFresh(root)) return true
  process.stdout.write('Portbook is being built, which takes a few seconds.\n')
  const electronVite = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status, output } = await runChild(process.execPath, [electronVite, 'build'], {
    cwd: root,
    quiet: true,
  })
  if (status !== 0) process.stderr.write(output)
  return status === 0
}

/** True if the oldest part of the build is younger than the youngest source. */
export function isFresh(root: string): boolean {
  const built = Math.min(
    ...['main/index.js', 'main/web.js', 'renderer/index.html'].map((file) =>
      changedMs(path.join(root, 'out', file)),
    ),
  )
  const sources = ['src', 'resources', 'electron.vite.config.ts', 'package-lock.json'].map((name) =>
    path.join(root, name),
  )
  return built > 0 && built > Math.max(...sources.map(youngestMs))
}

function youngestMs(name: string): number {
  try {
    if (!statSync(name).isDirectory()) return changedMs(name)
    return Math.max(0, ...readdirSync(name).map((inside) => youngestMs(path.join(name, inside))))
  } catch {
    return 0
  }
}

function changedMs(file: string): number {
  try {
    return statSync(file).mtimeMs
  } catch {
    return 0
  }
}
