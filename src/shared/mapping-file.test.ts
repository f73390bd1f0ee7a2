import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { MappingFile, type MappingFileInput } from './mapping-file.ts'
import { DatePattern, isMonthPattern } from './mapping-shape.ts'
import { PortFile } from './port-file.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
const page = readFileSync(join(root, 'docs/MAPPING-FILES.md'), 'utf8')
const mappings = ['e2e/fixtures/mappings', 'resources/mappings'].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
)

/** The paths at which a mapping is refused, those inside alternatives included. */
function placesRefused(mapping: unknown): string[] {
  const paths = (issues: readonly z.core.$ZodIssue[], above: PropertyKey[]): string[] =>
    issues.flatMap((issue) => {
      const path = [...above, ...issue.path]
      const inside = issue.code === 'invalid_union' ? issue.errors.flatMap((each) => paths(each, path)) : []
      return [path.join('.'), ...inside]
    })
  return paths(MappingFile.safeParse(mapping).error?.issues ?? [], [])
}

const good: MappingFileInput = {
  format: 1,
  date: { column: 'Date', pattern: 'YYYY-MM-DD' },
  checkpoint: { code: 'passenger-hall' },
  direction: { fixed: 'entry' },
  counts: { columns: [{ column: 2, line: 'mainland' }] },
}

const mainland = { column: 2, line: 'mainland' }
const total = { column: 'Total', unit: 'persons' }

test('a mapping without optional fields reads a plain comma-separated file with headings', () => {
  expect(MappingFile.parse(good)).toEqual({
    ...good,
    separator: ',',
    skipRows: 0,
    headings: true,
    controlTotals: [],
    notReported: [''],
    closed: ['closed'],
    notApplicable: ['not-applicable'],
    unknownPlaces: 'refuse',
    provisional: false,
  })
})

describe('the mapping files in this repository', () => {
  test.each(mappings)('%s is a valid mapping', (path) => {
    expect(placesRefused(read(path))).toEqual([])
  })

  test('both examples in the documentation are valid mappings', () => {
    const examples = [...page.matchAll(/^```json\n(.*?)^```/gms)].map((match) => match[1] ?? '')
    expect(examples.map((example) => placesRefused(JSON.parse(example)))).toEqual([[], []])
  })

  test('the documentation names every date pattern and every field', () => {
    const words = [...DatePattern.options, ...Object.keys(MappingFile.shape)]
    expect(words.filter((word) => !page.includes(`\`${word}\``))).toEqual([])
  })

  test.each([
    ['hk-daily', 'hong-kong'],
    ['bts-monthly', 'us-land-border'],
  ])('%s maps to the lines of %s and to each of them once', (mappingName, portName) => {
    const { counts, checkpoint } = MappingFile.parse(read(`e2e/fixtures/mappings/${mappingName}.json`))
    const port = PortFile.parse(read(`e2e/fixtures/ports/${portName}.json`))
    const mapped =
      'columns' in counts
        ? counts.columns.map(({ line }) => line)
        : Object.values<string | null>(counts.lines)
    const places = 'column' in checkpoint ? Object.values(checkpoint.codes) : []
    const known = new Set(port.checkpoints.map(({ code }) => code))
    expect({
      lines: mapped.toSorted(),
      unknown: places.filter((code) => code === null || !known.has(code)),
    }).toEqual({
      lines: port.lines.map(({ code }) => code).toSorted(),
      unknown: [],
    })
  })
})

test('patterns without a day are those of months; ISO is of both', () => {
  expect(DatePattern.options.filter(isMonthPattern)).toEqual(
    DatePattern.options.filter((pattern) => !pattern.includes('DD') && pattern !== 'ISO'),
  )
})

describe('a mapping file is refused where it is wrong', () => {
  const refusals: [string, unknown, string][] = [
    ['another format', { ...good, format: 2 }, 'format'],
    [
      'a pattern that is not on the list',
      { ...good, date: { column: 'Date', pattern: 'D/M/YY' } },
      'date.pattern',
    ],
    ['a column at position 0', { ...good, date: { column: 0, pattern: 'YYYY-MM' } }, 'date.column'],
    ['an unknown encoding', { ...good, encoding: 'big5' }, 'encoding'],
    ['a separator of two characters', { ...good, separator: '||' }, 'separator'],
    ['more than a hundred rows to skip', { ...good, skipRows: 101 }, 'skipRows'],
    [
      'a checkpoint column without what stands in it',
      { ...good, checkpoint: { column: 'Place' } },
      'checkpoint.by',
    ],
    [
      'a checkpoint code that is none',
      { ...good, checkpoint: { column: 'Place', by: 'name', codes: { Hall: 'The Hall' } } },
      'checkpoint.codes.Hall',
    ],
    [
      'a direction that is neither entry nor exit',
      { ...good, direction: { fixed: 'transit' } },
      'direction.fixed',
    ],
    [
      'a word that means neither entry nor exit',
      { ...good, direction: { column: 'Way', words: { In: 'in' } } },
      'direction.words.In',
    ],
    ['no count column', { ...good, counts: { columns: [] } }, 'counts.columns'],
    [
      'columns and measures at once',
      { ...good, counts: { ...good.counts, measureColumn: 'Measure', valueColumn: 'Value', lines: {} } },
      'counts',
    ],
    [
      'a control total of an unknown unit',
      { ...good, controlTotals: [{ column: 'Total', unit: 'passengers' }] },
      'controlTotals.0.unit',
    ],
    ['letters between thousands', { ...good, thousands: 'k' }, 'thousands'],
    [
      'a direction column without words',
      { ...good, direction: { column: 'Way', words: {} } },
      'direction.words',
    ],
    [
      'measures without words',
      { ...good, counts: { measureColumn: 'Measure', valueColumn: 'Value', lines: {} } },
      'counts.lines',
    ],
    [
      'the same line in two columns',
      { ...good, counts: { columns: [mainland, { ...mainland, column: 3 }] } },
      'counts.columns.1',
    ],
    [
      'two control totals of one unit',
      { ...good, controlTotals: [total, { ...total, column: 'Sum' }] },
      'controlTotals.1',
    ],
    [
      'a period column beside dates that are months',
      { ...good, date: { column: 'Month', pattern: 'YYYY-MM' }, period: { column: 'Shift' } },
      'period',
    ],
    [
      'a word that stands for no period',
      { ...good, period: { column: 3, words: { X: 'X' } } },
      'period.words.X',
    ],
    ['a text that means two things', { ...good, closed: ['-'], notReported: ['', '-'] }, 'notReported'],
    [
      'a name column for places that go by name',
      { ...good, checkpoint: { column: 'Place', by: 'name', nameColumn: 'Place' } },
      'checkpoint.nameColumn',
    ],
    ['a heading in a file without headings', { ...good, headings: false }, 'date.column'],
    ['a source of more than 80 characters', { ...good, source: 'x'.repeat(81) }, 'source'],
    ['a misspelt field', { ...good, directions: { fixed: 'exit' } }, ''],
  ]
  test.each(refusals)('%s', (_, mapping, place) => {
    expect(placesRefused(mapping)).toContain(place)
  })
})
