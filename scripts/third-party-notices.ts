import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { type ShippedPackage, shippedPackages } from './shipped-packages.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const file = path.join(root, 'THIRD-PARTY-NOTICES.md')

const opening = `# Third-party notices

Portbook goes out with these packages. Electron brings notices of its own for Chromium and Node.js
(\`LICENSES.chromium.html\` beside its program); SQLite, inside better-sqlite3, is in the public domain.
Made by \`npm run notices\`.
`

/** The page that names every package that ships, with its licence. */
export function thirdPartyNotices(packages: ShippedPackage[] = shippedPackages(root)): string {
  const entries = packages.map(
    ({ name, version, license, text }) =>
      `\n## ${name} ${version}\n\n${license}\n${text === '' ? '' : `\n\`\`\`text\n${text}\n\`\`\`\n`}`,
  )
  return opening + entries.join('')
}

/** The page as it was last made. */
export function keptNotices(): string {
  return readFileSync(file, 'utf8')
}

// import.meta.main is not yet there in Node 22.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(file, thirdPartyNotices())
  process.stdout.write(`written: ${path.basename(file)}\n`)
}
