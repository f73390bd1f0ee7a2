import type { Import } from './imports-of.ts'

/** The part of the source a file belongs to, as far as the rules tell parts apart. */
export type Zone = string

const zonePatterns = [
  /^(src\/main\/areas\/[^/]+)\//,
  /^(src\/main\/hosts\/[^/]+)\//,
  /^(src\/main\/[^/]+)\//,
  /^(src\/renderer\/areas\/[^/]+)\//,
  /^(src\/renderer\/(?:ui|lib))\//,
  /^(src\/(?:shared|preload))\//,
]

/** What is in the window and in no narrower part, such as its entry, is the app that puts the parts together. */
export function zoneOf(file: string): Zone | null {
  for (const pattern of zonePatterns) {
    const zone = pattern.exec(file)?.[1]
    if (zone !== undefined) return zone
  }
  return file.startsWith('src/renderer/') ? 'src/renderer/app' : null
}

interface Rule {
  zone: RegExp
  /** Parts that may be imported beside the part itself. */
  zones: RegExp
  /** Packages that may be imported; `node:` modules count as packages. */
  packages: RegExp
  /** Looks closer at an import that its part allows: the sentence that forbids it, or null. */
  unless?: (imported: Import) => string | null
  says: string
}

const noElectron = /^(?!electron$)/
const ofTheWindow = /^(?!electron$|better-sqlite3$|node:)/

/** The first rule whose zone fits holds. */
const rules: Rule[] = [
  {
    zone: /^src\/shared$/,
    zones: /^$/,
    packages: /^(zod|temporal-polyfill)$/,
    says: 'shared imports zod and temporal-polyfill only',
  },
  {
    zone: /^src\/main\/book$/,
    zones: /^src\/shared$/,
    packages: noElectron,
    says: 'book imports shared only, and never Electron',
  },
  {
    zone: /^src\/main\/import$/,
    zones: /^src\/(shared|main\/book)$/,
    packages: noElectron,
    says: 'import imports shared and book only, knows no area, and never Electron',
  },
  {
    // A report reads tables by statements of its own; openings, needs and forecasts by the same queries as the board.
    zone: /^src\/main\/areas\/reports$/,
    zones: /^src\/(shared|main\/book|main\/areas\/(reference|staffing|queues|forecast))$/,
    packages: noElectron,
    says: 'reports imports shared, book, reference, staffing, queues and forecast only, and never Electron',
  },
  {
    // What a board needs is worked out from the very board and forecast that the window shows.
    zone: /^src\/main\/areas\/queues$/,
    zones: /^src\/(shared|main\/book|main\/areas\/(reference|staffing|forecast))$/,
    packages: noElectron,
    says: 'queues imports shared, book, reference, staffing and forecast only, and never Electron',
  },
  {
    // Beside openings and buses stand the counts of the same hours and days, by the same queries as the day sheet.
    zone: /^src\/main\/areas\/staffing$/,
    zones: /^src\/(shared|main\/(book|import)|main\/areas\/(reference|crossings))$/,
    packages: noElectron,
    says: 'staffing imports shared, book, import, reference and crossings only, and never Electron',
  },
  {
    // It gives commands and touches no book: its host sends them through dispatch.
    zone: /^src\/main\/areas\/sample$/,
    zones: /^src\/shared$/,
    packages: /^$/,
    says: 'sample imports shared only',
  },
  {
    zone: /^src\/main\/areas\//,
    zones: /^src\/(shared|main\/(book|import)|main\/areas\/reference)$/,
    packages: noElectron,
    says: 'an area imports shared, book, import and reference only, no other area and never Electron',
  },
  {
    zone: /^src\/main\/browser$/,
    zones: /^src\/shared$/,
    packages: noElectron,
    says: 'browser imports shared only, and never Electron',
  },
  {
    zone: /^src\/main\/dispatch$/,
    zones: /^src\/(shared|main\/(?!hosts\/).+)$/,
    packages: noElectron,
    says: 'dispatch imports shared and main without its hosts, and never Electron',
  },
  {
    zone: /^src\/main\/hosts\/cli$/,
    zones: /^src\/(shared|main\/(dispatch|book|browser))$/,
    packages: noElectron,
    says: 'the command line imports shared, dispatch, book and browser only, no other host and never Electron',
  },
  {
    zone: /^src\/main\/hosts\/electron$/,
    zones: /^src\/(shared|main\/dispatch|preload)$/,
    packages: /./,
    unless: ({ target }) =>
      target.startsWith('src/preload/') && target !== 'src/preload/channels.ts'
        ? 'of the preload a host imports channels.ts only'
        : null,
    says: 'the desktop host imports shared, dispatch and the channels of the preload only',
  },
  {
    zone: /^src\/main\/hosts\//,
    zones: /^src\/(shared|main\/(dispatch|browser))$/,
    packages: noElectron,
    says: 'a host imports shared, dispatch and browser only, no other host and never Electron',
  },
  {
    zone: /^src\/preload$/,
    zones: /^src\/shared$/,
    packages: /^electron$/,
    unless: ({ target, typeOnly }) =>
      target.startsWith('src/shared/') && !typeOnly ? 'preload imports only types of shared' : null,
    says: 'preload imports Electron and types of shared only',
  },
  {
    zone: /^src\/renderer\/app$/,
    zones: /^src\/(shared|renderer\/.+)$/,
    packages: ofTheWindow,
    says: 'the window imports shared and itself only, and nothing of Node or Electron',
  },
  {
    zone: /^src\/renderer\/areas\//,
    zones: /^src\/(shared|renderer\/(ui|lib))$/,
    packages: ofTheWindow,
    says: 'an area of the window imports shared, ui and lib only, and no other area',
  },
  {
    zone: /^src\/renderer\/ui$/,
    zones: /^src\/(shared|renderer\/lib)$/,
    packages: ofTheWindow,
    unless: ({ target }) =>
      /^src\/shared\/(contract\/|words\.ts)/.test(target) ? 'ui imports no words of the contract' : null,
    says: 'ui imports shared and lib only, and no area',
  },
  {
    zone: /^src\/renderer\/lib$/,
    zones: /^src\/shared$/,
    packages: ofTheWindow,
    says: 'lib imports shared only, and no area',
  },
]

/** The sentence that an import breaks, or null where it is allowed. Files outside the source follow no rule. */
export function brokenRule(file: string, imported: Import): string | null {
  const zone = zoneOf(file)
  const rule = rules.find((candidate) => zone !== null && candidate.zone.test(zone))
  if (rule === undefined) return null
  if (!imported.isFile) return rule.packages.test(imported.target) ? null : rule.says
  // Data that ships belongs to no part; what else lies outside the source is not for it.
  if (imported.target.startsWith('resources/')) return null
  const target = zoneOf(imported.target)
  if (target === zone) return null
  if (target === null || !rule.zones.test(target)) return rule.says
  return rule.unless?.(imported) ?? null
}
