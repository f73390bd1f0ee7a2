import { importsOf, type Sources } from './imports-of.ts'

/** Files that lead back to themselves through others, types included: the way round of each, from a file to itself. */
export function findCircles(sources: Sources): string[][] {
  const imports = new Map(
    Object.entries(sources).map(([file, source]) => [
      file,
      importsOf(file, source).flatMap(({ target }) => (target in sources ? [target] : [])),
    ]),
  )
  const done = new Set<string>()
  const circles: string[][] = []
  const follow = (file: string, way: readonly string[]): void => {
    const before = way.indexOf(file)
    if (before >= 0) circles.push([...way.slice(before), file])
    if (before >= 0 || done.has(file)) return
    for (const next of imports.get(file) ?? []) follow(next, [...way, file])
    done.add(file)
  }
  for (const file of imports.keys()) follow(file, [])
  return circles
}
