import { parseArgs } from 'node:util'

/** The command line was not understood; nothing was done. */
export class WrongUse extends Error {}

export type Options = Readonly<Record<string, unknown>>

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

/** Each verb with the options it takes; the usage text is made from this. */
const usages = {
  new: { book: text, port: text },
  sample: { book: text, port: text, years: text },
  'import counts': { book: text, file: text, mapping: text, 'unknown-places': text, 'dry-run': flag },
  'import tariff': { book: text, file: text, mapping: text, from: text, 'dry-run': flag },
  'import openings': { book: text, file: text, mapping: text, 'dry-run': flag },
  'import declarations': { book: text, file: text, mapping: text, unqualified: text, 'dry-run': flag },
  report: {
    book: text,
    date: text,
    to: text,
    checkpoint: text,
    shift: text,
    part: text,
    by: text,
    base: text,
    format: text,
    language: text,
    out: text,
  },
  'export counts': { book: text, from: text, to: text, format: text, out: text },
  'export openings': { book: text, from: text, to: text, format: text, out: text },
  'export declarations': { book: text, from: text, to: text, format: text, out: text },
  'export items': { book: text, from: text, to: text, format: text, out: text },
  'export journal': { book: text, format: text, out: text },
  'export port': { book: text, out: text },
  verify: { book: text, head: text },
  rebuild: { book: text, to: text },
} as const

export type Verb = keyof typeof usages

/**
 * Splits the arguments into a verb and its options; `kind` is the word after `report`.
 * @throws WrongUse
 */
export function parseCommandLine(args: readonly string[]): { verb: Verb; options: Options } {
  const words: string[] = []
  while (args[words.length] !== undefined && !args[words.length]?.startsWith('-'))
    words.push(args[words.length] ?? '')
  const verb = words[0] === 'report' && words.length <= 2 ? 'report' : words.join(' ')
  if (!isVerb(verb)) throw new WrongUse(usage())
  try {
    const { values } = parseArgs({
      args: args.slice(words.length),
      options: { ...usages[verb], json: flag },
      strict: true,
      allowPositionals: false,
    })
    return { verb, options: { ...values, kind: words[1] } }
  } catch (error) {
    throw new WrongUse(`${error instanceof Error ? error.message : ''}\n${usage()}`)
  }
}

/** The value of an option that the verb cannot do without. @throws WrongUse */
export function required(options: Options, name: string): string {
  const value = options[name]
  if (typeof value !== 'string' || value === '') throw new WrongUse(`--${name} is missing\n${usage()}`)
  return value
}

export function optional(options: Options, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** An option that is one of a few words. @throws WrongUse */
export function choice<Word extends string>(
  options: Options,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const value = optional(options, name)
  if (value === undefined) return undefined
  const found = words.find((word) => word === value)
  if (found === undefined) throw new WrongUse(`--${name} is one of ${words.join(', ')}, not ${value}`)
  return found
}

function isVerb(words: string): words is Verb {
  return Object.hasOwn(usages, words)
}

function usage(): string {
  const lines = Object.entries(usages).map(([verb, options]) => {
    const taken = Object.entries(options).map(([name, { type }]) =>
      type === 'boolean' ? `[--${name}]` : `--${name} …`,
    )
    return `  portbook ${verb === 'report' ? 'report shift|day|week|month|quarter|year|range' : verb} ${taken.join(' ')}`
  })
  return `Usage (every verb takes --json; docs/COMMAND-LINE.md):\n${lines.join('\n')}`
}
