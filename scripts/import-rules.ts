import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { findCircles } from './import-circles.ts'
import { brokenRule } from './import-zones.ts'
import { importsOf, type Sources } from './imports-of.ts'

/** A line for each import that breaks a rule. Tests may import anything within the source. */
export function findViolations(sources: Sources): string[] {
  return Object.entries(sources)
    .filter(([file]) => !/\.test\.tsx?$/.test(file))
    .flatMap(([file, source]) =>
      importsOf(file, source).flatMap((imported) => {
        const rule = brokenRule(file, imported)
        return rule === null ? [] : [`${file}: imports ${imported.target}, but ${rule}`]
      }),
    )
}

function readSources(root: string): Sources {
  const files = ['src', 'e2e', 'scripts', 'bench'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
      .filter((file) => /\.[cm]?tsx?$/.test(file)),
  )
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]))
}

// import.meta.main is not yet there in Node 22.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sources = readSources(fileURLToPath(new URL('..', import.meta.url)))
  const violations = [
    ...findViolations(sources),
    ...findCircles(sources).map((way) => `a file leads back to itself: ${way.join(' → ')}`),
  ]
  for (const violation of violations) process.stderr.write(`${violation}\n`)
  if (violations.length > 0) process.exit(1)
}
