import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface ShippedPackage {
  name: string
  version: string
  license: string
  /** The text of its licence files, in the order of their names. */
  text: string
}

interface Manifest {
  name: string
  version: string
  license?: string
  dependencies?: Record<string, string>
}

/** Every package that goes out with the program: its dependencies, theirs, and Electron around them. */
export function shippedPackages(projectFolder: string): ShippedPackage[] {
  const root = path.resolve(projectFolder)
  const found = new Map<string, ShippedPackage>()
  const visit = (name: string, from: string) => {
    const folder = findPackage(name, from, root)
    if (folder === null) throw new Error(`${name} is not installed: run npm install`)
    const manifest = readManifest(folder)
    const key = `${manifest.name}@${manifest.version}`
    if (found.has(key)) return
    found.set(key, describe(folder, manifest))
    for (const dependency of Object.keys(manifest.dependencies ?? {})) visit(dependency, folder)
  }
  for (const name of Object.keys(readManifest(root).dependencies ?? {})) visit(name, root)
  const electron = path.join(root, 'node_modules', 'electron')
  // Only its binary ships, not the packages that download it.
  const manifest = readManifest(electron)
  found.set('electron', describe(electron, manifest))
  // By code point: the order shall be the same on every machine.
  const keyOf = (entry: ShippedPackage) => `${entry.name}@${entry.version}`
  return [...found.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}

/** Looks in the folders that Node looks in: beside the package, then further up. */
function findPackage(name: string, from: string, root: string): string | null {
  for (let folder = from; folder.startsWith(root); folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name)
    try {
      readFileSync(path.join(candidate, 'package.json'))
      return candidate
    } catch {
      // Further up.
    }
  }
  return null
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
}

function describe(folder: string, { name, version, license }: Manifest): ShippedPackage {
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
  const text = files
    .map((file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n')
  return { name, version, license: license ?? 'see text', text }
}
