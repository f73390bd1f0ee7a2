import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MappingFile } from '../mapping-file.ts'
import {
  type ColumnUse,
  columnUses,
  mappingFits,
  plainReading,
  type Reading,
  readingOf,
} from './column-uses.ts'
import { mappingFrom } from './mapping-from-uses.ts'
import type { MappingGap } from './mapping-gaps.ts'

const root = join(import.meta.dirname, '../../..')
const read = (path: string): MappingFile =>
  MappingFile.parse(JSON.parse(readFileSync(join(root, path), 'utf8')))

test.each([
  [
    'e2e/fixtures/mappings/hk-daily.json',
    [
      'Date',
      'Control Point',
      'Arrival / Departure',
      'Hong Kong Residents',
      'Mainland Visitors',
      'Other Visitors',
      'Total',
      '',
    ],
  ],
  [
    'e2e/fixtures/mappings/bts-monthly.json',
    ['Port Name', 'State', 'Port Code', 'Border', 'Date', 'Measure', 'Value'],
  ],
  [
    'resources/mappings/portbook-export.json',
    ['date', 'checkpoint', 'period', 'direction', 'line', 'count', 'state', 'source', 'provisional'],
  ],
])('%s, taken apart into uses of columns, goes together again', (path, headings) => {
  const mapping = read(path)
  expect(mappingFrom(columnUses(mapping, headings), readingOf(mapping), headings)).toEqual({
    mapping,
    gaps: [],
  })
})

/** Uses that make a mapping: one date, and either a column a line (and total), with directions or without, or measures. */
const directions = fc.constantFrom('entry' as const, 'exit' as const)
const optional = (...uses: ColumnUse['as'][]) =>
  fc.subarray(uses).map((kinds) => kinds.map((as) => ({ as }) as ColumnUse))
const counts = fc
  .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c-1'), directions), {
    minLength: 1,
    maxLength: 5,
    selector: String,
  })
  .chain((pairs) =>
    fc
      .boolean()
      .map((directed): ColumnUse[] =>
        directed
          ? pairs.map(([line, direction]) => ({ as: 'count', line, direction }))
          : [...new Set(pairs.map(([line]) => line))].map((line) => ({ as: 'count', line, direction: null })),
      ),
  )
const uses: fc.Arbitrary<ColumnUse[]> = fc
  .tuple(
    fc.oneof(counts, fc.constant<ColumnUse[]>([{ as: 'measure' }, { as: 'value' }])),
    optional('checkpoint', 'period', 'state', 'source', 'provisional', 'nothing', 'nothing'),
  )
  .chain(([numbers, others]) => {
    const all: ColumnUse[] = [{ as: 'date' }, ...numbers, ...others]
    const fixed = numbers.every((use) => !('direction' in use) || use.direction === null)
    return fc.shuffledSubarray(fixed ? [...all, { as: 'direction' }] : all, {
      minLength: fixed ? all.length + 1 : all.length,
    })
  })
const reading = fc
  .record({
    skipRows: fc.nat({ max: 5 }),
    headings: fc.constantFrom<boolean | 2>(true, 2, false),
    placeWords: fc.constantFrom<Record<string, string | null>>({}, { 大厅: 'hall', 合计: null }),
    directionWords: fc.constant({ in: 'entry' as const, out: 'exit' as const }),
    lineWords: fc.constantFrom<Reading['lineWords']>('codes', { 人: 'a' }),
    provisional: fc.boolean(),
  })
  .map((change): Reading => ({ ...plainReading, ...change }))

test('any uses that make a mapping come back from it, whatever the headings are', () => {
  fc.assert(
    fc.property(
      uses,
      reading,
      fc.array(fc.constantFrom('x', 'x', 'y', 'z', '', '日期'), { minLength: 20 }),
      (wanted, how, names) => {
        const whole = { ...how, checkpoint: wanted.some(({ as }) => as === 'checkpoint') ? null : 'hall' }
        const headings = wanted.map((_, at) => names[at] ?? '')
        const { mapping, gaps } = mappingFrom(wanted, whole, headings)
        expect(gaps).toEqual([])
        if (!mapping) return
        expect(columnUses(mapping, headings)).toEqual(wanted)
        expect(mappingFits(mapping, headings)).toBe(true)
        expect(mappingFrom(columnUses(mapping, headings), readingOf(mapping), headings).mapping).toEqual(
          mapping,
        )
      },
    ),
  )
})

describe('what keeps uses from being a mapping is named', () => {
  const day: ColumnUse = { as: 'date' }
  const count = (line: string, direction: 'entry' | null = null): ColumnUse => ({
    as: 'count',
    line,
    direction,
  })
  const known = { ...plainReading, checkpoint: 'hall', direction: 'entry' as const }
  test.each<[string, ColumnUse[], Reading, MappingGap[]]>([
    [
      'nothing at all',
      [{ as: 'nothing' }],
      plainReading,
      [
        { gap: 'no-date', columns: [] },
        { gap: 'no-place', columns: [] },
        { gap: 'no-counts', columns: [] },
        { gap: 'no-direction', columns: [] },
      ],
    ],
    ['a line twice', [day, count('a'), count('a')], known, [{ gap: 'twice', columns: [1, 2] }]],
    ['two dates', [day, day, count('a')], known, [{ gap: 'twice', columns: [0, 1] }]],
    [
      'a direction for some columns only',
      [day, count('a', 'entry'), count('b')],
      known,
      [{ gap: 'column-without-direction', columns: [2] }],
    ],
    ['a measure without its value', [day, { as: 'measure' }], known, [{ gap: 'no-value', columns: [1] }]],
    ['a value without its measure', [day, { as: 'value' }], known, [{ gap: 'no-measure', columns: [1] }]],
    [
      'a column a line, and measures too',
      [day, count('a'), { as: 'measure' }],
      known,
      [{ gap: 'both-ways', columns: [2] }],
    ],
    [
      'a direction of which no word is known',
      [day, count('a'), { as: 'direction' }],
      known,
      [{ gap: 'no-words', columns: [2] }],
    ],
  ])('%s', (_, wanted, how, gaps) => {
    expect(
      mappingFrom(
        wanted,
        how,
        wanted.map((__, at) => `column ${at}`),
      ),
    ).toEqual({ mapping: null, gaps })
  })
})
