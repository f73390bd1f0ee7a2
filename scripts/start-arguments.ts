import path from 'node:path'

export interface StartArguments {
  /** The browser was asked for outright. */
  web: boolean
  /** Electron was asked for outright, whatever is remembered of an earlier try. */
  electron: boolean
  /** Everything else goes on to the program. */
  rest: string[]
}

/** Reads what `npm start --` was given. npm changes into the project's folder, so a book's path is made whole first. */
export function readStartArguments(args: string[], calledFrom: string): StartArguments {
  const rest = args.filter((arg) => arg !== '--web' && arg !== '--electron')
  const whole = rest.map((arg, index) => {
    if (arg.startsWith('--book=')) return `--book=${path.resolve(calledFrom, arg.slice('--book='.length))}`
    return rest[index - 1] === '--book' ? path.resolve(calledFrom, arg) : arg
  })
  // Only the web host knows a window without a browser.
  const web = args.includes('--web') || args.includes('--no-browser')
  return { web, electron: args.includes('--electron'), rest: whole }
}
