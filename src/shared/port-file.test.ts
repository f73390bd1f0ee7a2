import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PortFile, type PortFileInput } from './port-file.ts'
import { languages } from './words.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
const portsIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${folder}/${name}`)

const shipped = portsIn('resources/ports')
const fixtures = portsIn('e2e/fixtures/ports')

/** Each issue as `where: what`. */
function faultsOf(port: unknown): string[] {
  const result = PortFile.safeParse(port)
  return (result.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

type Line = PortFileInput['lines'][number]
type Checkpoint = PortFileInput['checkpoints'][number]

const mainland: Line = {
  code: 'mainland',
  names: { en: 'Residents of the mainland' },
  unit: 'persons',
  totals: ['passengers', 'persons'],
}
const minors: Line = {
  code: 'minors',
  names: { en: 'Minors' },
  unit: 'persons',
  partOf: { line: 'mainland' },
}
const buses: Line = { code: 'buses', names: { en: 'Buses' }, unit: 'vehicles', totals: ['vehicles'] }
const hall: Checkpoint = {
  code: 'hall',
  names: { en: 'Passenger hall' },
  kind: 'passengers',
  sheet: ['mainland', 'minors', 'buses'],
}
const good: PortFileInput = {
  format: 1,
  code: 'sample-port',
  names: { en: 'Sample port' },
  zone: 'Asia/Shanghai',
  languages: ['en'],
  lines: [mainland, minors, buses],
  checkpoints: [hall],
}

describe('the port files in this repository', () => {
  test('Horgos and Jeminay ship', () => {
    expect(shipped).toEqual(['resources/ports/horgos.json', 'resources/ports/jeminay.json'])
  })

  test.each([...shipped, ...fixtures])('%s is a valid port', (path) => {
    expect(faultsOf(read(path))).toEqual([])
  })

  test('the example in the documentation is a valid port', () => {
    const page = readFileSync(join(root, 'docs/PORT-FILES.md'), 'utf8')
    const examples = [...page.matchAll(/^```json\n(.*?)^```/gms)].map((match) => match[1] ?? '')
    expect(examples.map((example) => faultsOf(JSON.parse(example)))).toEqual([[]])
  })

  test.each(shipped)('%s has every name in all four languages', (path) => {
    const port = PortFile.parse(read(path))
    const named = [
      port,
      ...port.lines,
      ...port.checkpoints,
      ...port.checkpoints.flatMap((checkpoint) => checkpoint.shifts),
      ...port.holidays,
    ]
    const incomplete = named.filter(({ names }) => languages.some((language) => !names[language]))
    expect(incomplete).toEqual([])
  })

  test.each(shipped)('%s puts every line on a sheet and its parent line above it', (path) => {
    const port = PortFile.parse(read(path))
    const counted = new Set(port.checkpoints.flatMap((checkpoint) => checkpoint.sheet))
    const uncounted = port.lines.filter((line) => !counted.has(line.code))
    const orphans = port.checkpoints.flatMap(({ sheet }) =>
      port.lines.filter(({ code, partOf }) => {
        if (!sheet.includes(code) || !partOf || !('line' in partOf)) return false
        const parent = sheet.indexOf(partOf.line)
        return parent === -1 || parent > sheet.indexOf(code)
      }),
    )
    expect({ uncounted, orphans }).toEqual({ uncounted: [], orphans: [] })
  })

  test('the passenger halls work the shifts of their opening hours, at Horgos over midnight', () => {
    const shiftsOf = (path: string): string[] | undefined =>
      PortFile.parse(read(path))
        .checkpoints.find((checkpoint) => checkpoint.code === 'passenger-hall')
        ?.shifts.map((shift) => `${shift.code} ${shift.starts}–${shift.ends}`)
    expect({
      horgos: shiftsOf('resources/ports/horgos.json'),
      jeminay: shiftsOf('resources/ports/jeminay.json'),
    }).toEqual({
      horgos: ['morning 06:00–14:00', 'afternoon 14:00–22:00', 'night 22:00–06:00'],
      jeminay: ['morning 10:00–15:00', 'afternoon 15:00–20:00'],
    })
  })
})

test('a port without optional fields splits nights at midnight, counts both ways and by day', () => {
  expect(PortFile.parse(good)).toEqual({
    ...good,
    renamed: [],
    midnight: [{ from: '0001-01-01', rule: 'split' }],
    lines: [
      { ...mainland, renamed: [] },
      { ...minors, renamed: [], totals: [] },
      { ...buses, renamed: [] },
    ],
    checkpoints: [
      { ...hall, renamed: [], directions: ['entry', 'exit'], shifts: [], hours: [], closures: [] },
    ],
    holidays: [],
    events: [],
  })
})
