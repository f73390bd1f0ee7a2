import path from 'node:path'

/** Source files by their path from the project's root, with slashes. */
export type Sources = Record<string, string>

export interface Import {
  /** A path from the project's root where the import is of a file, else the package or `node:` module. */
  target: string
  isFile: boolean
  /** Gone after type stripping: nothing is loaded. */
  typeOnly: boolean
}

const statement =
  /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]|\b(?:import|require)\(\s*['"]([^'"]+)['"]/gm

/** Every import of a source file; `file` is its path from the project's root, with slashes. */
export function importsOf(file: string, source: string): Import[] {
  return [...withoutComments(source).matchAll(statement)].map((match) => {
    const name = match[2] ?? match[3] ?? ''
    const isFile = name.startsWith('.')
    const target = isFile ? path.posix.join(path.posix.dirname(file), name) : packageName(name)
    return { target, isFile, typeOnly: match[1] !== undefined }
  })
}

/** Comments show imports as examples; those that start a line are enough to leave out. */
function withoutComments(source: string): string {
  return source.replaceAll(/^\s*(?:\/\/.*|\/\*[\s\S]*?\*\/)/gm, '')
}

function packageName(name: string): string {
  if (name.startsWith('node:')) return name
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/')
}
