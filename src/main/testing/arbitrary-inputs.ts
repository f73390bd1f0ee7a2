import fc from 'fast-check'
import type { MappingFileInput } from '../../shared/mapping-file.ts'
import type { BookOperation } from '../dispatch/handlers.ts'
import { busInputs } from './arbitrary-buses.ts'
import { declarationsTableInputs } from './arbitrary-declarations-table.ts'
import { settingInputs } from './arbitrary-settings.ts'
import { staffingInputs } from './arbitrary-staffing.ts'
import { tariffInputs } from './arbitrary-tariff.ts'
import { declarationInputs, declarationsImportInputs, tradeSettingInputs } from './arbitrary-trade.ts'
import { tradeReportInputs } from './arbitrary-trade-report.ts'

/** Values as users and files bring them, next to those at the edges of what a book can hold. */
const code = fc.constantFrom('hall', 'yard', 'domestic', 'trucks', 'morning', 'nowhere', 'a', 'x'.repeat(40))
const checkpoint = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('hall', 'yard') },
  { weight: 1, arbitrary: code },
)
const shift = fc.constantFrom('morning', 'afternoon', 'night', 'day', 'month', 'nowhere')
const direction = fc.constantFrom('entry', 'exit')
const unit = fc.constantFrom('persons', 'vehicles', 'trains', 'containers')
const date = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '2025-02-03',
      '2025-02-04',
      '2025-05-01',
      '2025-05-02',
      '2025-06-01',
      '2024-02-29',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0001-01-01', '0000-01-01', '1582-10-10', '9999-12-31', '2999-12-31'),
  },
)
/** A span of centuries takes seconds to report: not something to ask for a hundred times. */
const end = date.filter((text) => text !== '2999-12-31')
const month = fc.constantFrom('2025-02', '2025-05', '0001-01', '9999-12', '2999-01')
const period = fc.constantFrom(
  ...['morning', 'afternoon', 'night', 'night/1', 'night/2', 'morning/1', 'day', 'month', 'nowhere'],
  ...['morning@10', 'morning@9', 'night/1@22', 'night/2@5', 'night@23', 'nowhere/2@3'],
)
const number = fc.oneof(fc.nat({ max: 500 }), fc.constantFrom(0, 9_999_999))
const line = fc.constantFrom(
  'domestic',
  'foreign',
  'crew',
  'diplomats',
  'e-gate',
  'buses',
  'trucks',
  'ghosts',
)

const count = fc.record(
  {
    line,
    direction,
    date: fc.oneof({ weight: 4, arbitrary: date }, { weight: 1, arbitrary: month }),
    period,
    value: fc.oneof(number, fc.constantFrom(null, 'closed', 'not-applicable')),
    source: fc.string({ minLength: 1, maxLength: 80 }),
    provisional: fc.boolean(),
    parts: fc.constantFrom('1+2', '0+0', '45', '+', 'x'),
  },
  { requiredKeys: ['line', 'direction', 'date', 'period', 'value'] },
)
const total = fc.record({
  direction,
  unit,
  date: fc.oneof({ weight: 4, arbitrary: date }, { weight: 1, arbitrary: month }),
  period,
  value: fc.option(number),
})
const key = fc.array(fc.oneof(code, date, period, direction, fc.integer(), fc.string()), {
  minLength: 1,
  maxLength: 6,
})
/** Notes that the fuzzed book holds from the start, each with the text `Gate`. */
export const fuzzNotes = Array.from(
  { length: 40 },
  (_, index) => `01948000-0000-7000-8000-${String(index).padStart(12, '0')}`,
)
const note = fc.constantFrom(...fuzzNotes, '01948000-0000-7000-8000-ffffffffffff')
const text = fc.oneof(fc.constantFrom('Gate', 'E1 is being repaired', '\u0000', ' \n '), fc.string())
const batch = fc.oneof(fc.integer({ min: -5, max: 120 }), fc.maxSafeInteger())

/** Files of a test's folder: a table, none, a folder, one inside a file, an empty one, one that is no text. */
export const fuzzFiles = [
  'table.csv',
  'missing.csv',
  'folder',
  'table.csv/inside.csv',
  'empty.csv',
  'zip.csv',
]

const mapping = fc.record(
  {
    format: fc.constant(1),
    headings: fc.boolean(),
    separator: fc.constantFrom(',', ';', '\t'),
    skipRows: fc.nat({ max: 3 }),
    date: fc.record({
      column: fc.constantFrom<string | number>('date', 'none', 1, 99),
      pattern: fc.constantFrom('ISO', 'YYYY-MM-DD', 'DD.MM.YYYY', 'YYYY-MM'),
    }),
    checkpoint: fc.oneof(
      fc.record({ code: checkpoint }),
      fc.record({ column: fc.constantFrom('place', 'none'), by: fc.constantFrom('code', 'name') }),
    ),
    direction: fc.oneof(
      fc.record({ fixed: direction }),
      fc.constant({ inColumns: true }),
      fc.record({ column: fc.constantFrom('way', 'none'), words: fc.constant({ in: 'entry', out: 'exit' }) }),
    ),
    counts: fc.constant({ columns: [{ column: 'trucks', line: 'trucks' }] }),
    controlTotals: fc.array(fc.record({ column: fc.constantFrom('trucks', 'none'), unit }), { maxLength: 1 }),
    provisional: fc.boolean(),
  },
  { requiredKeys: ['format', 'date', 'checkpoint', 'direction', 'counts'] },
)

const job = fc.constantFrom('a', 'b', 'c')
/** One that reads the table of a test's folder. */
export const fuzzMapping: MappingFileInput = {
  format: 1,
  date: { column: 'date', pattern: 'ISO' },
  checkpoint: { column: 'place', by: 'name' },
  direction: { column: 'way', words: { in: 'entry', out: 'exit' } },
  counts: { columns: [{ column: 'trucks', line: 'trucks' }] },
}
/** Job of a preview that a test has made before. */
export const fuzzPreview = 'kept'

const mappingName = fc.constantFrom('daily', '日报', 'x'.repeat(80))

const report = fc.record(
  {
    kind: fc.constantFrom('shift', 'day', 'week', 'month', 'quarter', 'year', 'range'),
    date,
    to: end,
    checkpoint,
    shift,
  },
  { requiredKeys: ['kind', 'date'] },
)

const order = fc.constantFrom('ascending', 'descending')
const countsFilter = fc.record({ from: date, to: date, checkpoint, line, direction }, { requiredKeys: [] })

/** Inputs of the right shape for every operation on a book, in which anything may be wrong for the book at hand. */
export function shapedInputs(folder: string): Record<BookOperation, fc.Arbitrary<object>> {
  const file = fc.constantFrom(...fuzzFiles).map((name) => `${folder}/${name}`)
  const target = fc
    .constantFrom('out.csv', 'folder', 'table.csv/inside.csv')
    .map((name) => `${folder}/${name}`)
  const format = fc.constantFrom('csv', 'json', 'xlsx')
  return {
    describePort: fc.record({ date }, { requiredKeys: [] }),
    ...tariffInputs(fc.oneof(file, fc.constant(`${folder}/tariff.csv`)), job),
    ...settingInputs(fc.oneof(file, fc.constant(`${folder}/holidays.json`))),
    readDaySheet: fc.record({ checkpoint, date, shift }),
    readCellContext: fc.record({ checkpoint, line, direction, date, period }),
    recordCounts: fc.record({
      checkpoint,
      counts: fc.array(count, { minLength: 1, maxLength: 4 }),
      controlTotals: fc.array(total, { maxLength: 2 }),
    }),
    openShiftAfterAll: fc.record({ checkpoint, date, shift }),
    closeShiftAgain: fc.record({ checkpoint, date, shift }),
    importCounts: fc.record(
      { file, mapping, unknownPlaces: fc.constantFrom('refuse', 'create'), dryRun: fc.boolean() },
      { requiredKeys: ['file', 'mapping'] },
    ),
    guessImport: fc.record(
      {
        file,
        layout: fc.record(
          {
            encoding: fc.constantFrom('utf-8', 'gb18030', 'utf-16le'),
            separator: fc.constantFrom(',', ';', '\t', '|'),
            sheet: fc.constantFrom('Sheet1', '表'),
            skipRows: fc.nat({ max: 5 }),
            headings: fc.constantFrom<boolean | 2>(true, false, 2),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: ['file'] },
    ),
    previewImport: fc.record(
      {
        job,
        file,
        mapping: fc.oneof(mapping, fc.constant(fuzzMapping)),
        unknownPlaces: fc.constantFrom('refuse', 'create'),
      },
      { requiredKeys: ['job', 'file', 'mapping'] },
    ),
    readPreviewRows: fc.record({
      job: fc.oneof(job, fc.constant(fuzzPreview)),
      filter: fc.constantFrom('all', 'new', 'same', 'changed', 'refused', 'nothing'),
      offset: fc.nat({ max: 1_000 }),
      limit: fc.integer({ min: 1, max: 200 }),
    }),
    closePreview: fc.record({ job }),
    cancelImport: fc.record({ job }),
    saveMapping: fc.record({ name: mappingName, mapping }),
    removeMapping: fc.record({ name: mappingName }),
    listMappings: fc.constant({}),
    exportCounts: fc.record(
      { from: date, to: date, format, file: target },
      { requiredKeys: ['format', 'file'] },
    ),
    readCounts: fc.record({
      filter: countsFilter,
      sort: fc.record({
        column: fc.constantFrom('date', 'checkpoint', 'line', 'direction'),
        direction: order,
      }),
      offset: fc.nat({ max: 1_000 }),
      limit: fc.integer({ min: 1, max: 200 }),
    }),
    findDateInCounts: fc.record({ filter: countsFilter, direction: order, date }),
    writeCountsPart: fc.record({
      filter: countsFilter,
      after: fc.option(fc.record({ checkpoint, line, direction, date, period })),
    }),
    numberOfCounts: fc.record({ filter: countsFilter }),
    listCountFilters: fc.constant({}),
    readCrossingsReport: report,
    readFilterTotals: fc.record({ filter: countsFilter }),
    writeCrossingsReport: fc.record(
      {
        report,
        part: fc.constantFrom('staffing', 'plan'),
        format,
        language: fc.constantFrom('zh-CN', 'en', 'ru', 'kk'),
      },
      { requiredKeys: ['report', 'format', 'language'] },
    ),
    readExpectedArrivals: fc.record(
      { checkpoint, from: date, shift },
      { requiredKeys: ['checkpoint', 'from'] },
    ),
    readNotes: fc.record({ checkpoint, date, shift }),
    writeNote: fc.record({ checkpoint, date, shift, text, openItem: fc.boolean() }),
    changeNote: fc.record({ note, was: fc.constantFrom('Gate', 'other'), text, openItem: fc.boolean() }),
    settleItem: fc.record({ note, date, shift }),
    reopenItem: fc.record({ note }),
    removeNote: fc.record({ note }),
    ...staffingInputs(folder),
    ...declarationInputs,
    ...declarationsTableInputs,
    ...declarationsImportInputs(fc.oneof(file, fc.constant(`${folder}/tariff.csv`)), target, job),
    ...tradeSettingInputs,
    readStaffingReport: report,
    readStaffingSections: report,
    readShiftPlan: fc.record({ checkpoint, date, shift }),
    ...tradeReportInputs(date, end, checkpoint),
    readBoardArrivals: fc.record({ checkpoint, date, shift }),
    ...busInputs(),
    readUndoSteps: fc.constant({}),
    undo: fc.record({ batch }),
    redo: fc.record({ batch }),
    readHistory: fc.record({ entity: fc.constantFrom('count', 'schema', 'name', 'nothing'), key }),
    verifyJournal: fc.record({ head: fc.string({ minLength: 1 }) }, { requiredKeys: [] }),
    exportJournal: fc.record({ format, file: target }),
  }
}

/** The input with one of its parts, however deep, replaced by anything, left out or joined by another. */
export function mutated(input: object): fc.Arbitrary<unknown> {
  // A file's name stays in the test's folder: what is written there is removed with it.
  const places = placesIn(input).filter((place) => place.at(-1) !== 'file')
  const place = fc.constantFrom(...places)
  return fc.tuple(place, fc.anything(), fc.constantFrom('replace', 'omit', 'add')).map(([at, value, how]) => {
    const copy = structuredClone(input)
    change(copy, at, value, how)
    return copy
  })
}

function placesIn(value: unknown): PropertyKey[][] {
  if (typeof value !== 'object' || value === null) return []
  return [
    ['extra'],
    ...Object.entries(value).flatMap(([name, part]) => [
      [name],
      ...placesIn(part).map((place) => [name, ...place]),
    ]),
  ]
}

function change(target: object, [name, ...rest]: PropertyKey[], value: unknown, how: string): void {
  if (name === undefined) return
  const part: unknown = Reflect.get(target, name)
  if (rest.length > 0 && typeof part === 'object' && part !== null) change(part, rest, value, how)
  else if (how === 'omit') Reflect.deleteProperty(target, name)
  else Reflect.set(target, how === 'add' ? `${String(name)}-more` : name, value)
}
