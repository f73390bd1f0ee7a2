import { parseArgs } from 'node:util'

export interface WebOptions {
  /** The book named on the command line; null opens the last one. */
  book: string | null
  /** False prints the link instead of starting a browser. */
  browser: boolean
}

/** Reads the arguments of the web host; throws with a sentence for the user where they make no sense. */
export function readOptions(args: string[]): WebOptions {
  const { values } = parseArgs({
    args,
    options: { book: { type: 'string' }, 'no-browser': { type: 'boolean', default: false } },
  })
  return { book: values.book ?? null, browser: !values['no-browser'] }
}

/** Linux without a display has nowhere to show a browser. */
export function hasDisplay(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** A length of time from the environment in milliseconds, or the usual one. */
export function graceMs(env: NodeJS.ProcessEnv, usual: number): number {
  const given = Number(env.PORTBOOK_GRACE_MS)
  return env.PORTBOOK_GRACE_MS && Number.isFinite(given) && given >= 0 ? given : usual
}
