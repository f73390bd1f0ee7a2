import { resolve } from 'node:path'

/**
 * The book named by `--book FILE` or `--book=FILE`, as an absolute path; null without one.
 * Looked for by hand: Electron and Chromium add arguments of their own, which a strict parser would refuse.
 */
export function bookArgument(args: readonly string[], workingFolder: string): string | null {
  for (const [index, argument] of args.entries()) {
    const file = argument.startsWith('--book=') ? argument.slice('--book='.length) : following(args, index)
    if (file) return resolve(workingFolder, file)
  }
  return null
}

const following = (args: readonly string[], index: number): string | undefined =>
  args[index] === '--book' ? args[index + 1] : undefined
