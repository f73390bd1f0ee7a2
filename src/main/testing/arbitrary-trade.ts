import fc from 'fast-check'
import type { DeclarationRecord } from '../../shared/contract/declarations.ts'
import type { BookWriter } from '../book/batch.ts'

/** Declarations, expected goods and settings of trade as people and mistaken windows bring them. */

const states = ['draft', 'registered', 'inspected', 'released'] as const
const ofEachState = 40
/** The revision of every declaration that the fuzzed book begins with. */
const firstRevision = 7

const idAt = (kind: number, index: number): string =>
  `01948000-0000-7000-800${kind}-${String(index).padStart(12, '0')}`

/** A whole declaration that no rule objects to. */
export const soundDeclaration: DeclarationRecord = {
  number: null,
  date: '2025-02-03',
  checkpoint: 'yard',
  direction: 'import',
  tradeMode: '0110',
  transportMode: 'road',
  consignor: 'ТОО «Алтай»',
  consignee: '吉木乃贸易有限公司',
  declarant: null,
  partner: 'KZ',
  incoterm: 'DAP',
  currency: 'USD',
  packages: 20,
  grossGrams: 21_000_000,
  items: [
    {
      hsCode: '12060010',
      goods: '葵花籽',
      quantity: { millionths: 20_000_000_000, unit: 'kg' },
      secondQuantity: null,
      netGrams: 20_000_000,
      valueMinor: 1_250_000,
      origin: 'KZ',
      destination: 'CN',
    },
  ],
  vehicles: [
    {
      plate: '123ABC16',
      trailer: null,
      weighbridgeGrams: 21_040_000,
      crossingDate: '2025-02-03',
      manifest: null,
    },
  ],
}

const sunflower = soundDeclaration.items.slice(0, 1)

/** Gives a book declarations in every state, and goods that are expected. */
export function writeFuzzTrade(writer: BookWriter): void {
  const batch = writer.begin({ operation: 'saveDeclaration', at: 1, person: null })
  for (const [kind, state] of states.entries()) {
    for (let index = 0; index < ofEachState; index += 1) {
      const isReleased = state === 'released'
      batch.put('declaration', [idAt(kind, index)], {
        number: `N${kind}${index}`,
        date: '2025-02-03',
        checkpoint: 'yard',
        direction: index % 2 === 0 ? 'import' : 'export',
        state,
        trade_mode: '0110',
        transport_mode: 'road',
        partner: 'KZ',
        currency: 'USD',
        gross_grams: 21_000_000,
        released_date: isReleased ? '2025-02-03' : null,
        counted_date: isReleased ? '2025-02-03' : null,
        revision: firstRevision,
      })
      for (const { hsCode, goods, netGrams } of sunflower) {
        batch.put('declaration_item', [idAt(kind, index), 1], {
          hs_code: hsCode,
          goods,
          net_grams: netGrams,
        })
      }
    }
  }
  for (let index = 0; index < ofEachState; index += 1) {
    batch.put('expected_goods', [idAt(9, index)], {
      direction: 'import',
      goods: 'King crab',
      from_date: '2025-02-01',
      to_date: '2025-02-20',
    })
  }
  batch.commit()
}

/** Gives a book groups and other settings of trade. */
export function writeFuzzTradeSettings(writer: BookWriter): void {
  const batch = writer.begin({ operation: 'addCommodityGroup', at: 1, person: null })
  const always = { from_date: '0001-01-01', to_date: '9999-12-31' }
  const group = { parent: null, position: 0, measure: 'mass', restricted: '["import"]', ...always }
  batch.put('commodity_group', ['fruit'], group)
  batch.put('commodity_group', ['nuts'], { ...group, position: 1 })
  batch.put('name', ['commodity-group', 'fruit', 'en', always.from_date], { text: 'Fruit' })
  batch.put('name', ['commodity-group', 'nuts', 'en', always.from_date], { text: 'Nuts' })
  batch.put('qualification', ['fruit', 'import', always.from_date], { to_date: '2025-02-03' })
  batch.put('exchange_rate', ['USD', 'CNY', '2025-02-03'], { rate: 71, scale: 1 })
  batch.put('reporting_currency', [always.from_date], { currency: 'CNY' })
  batch.put('declaration_number_format', [always.from_date], { masks: '["###"]', description: '{"en":"3"}' })
  batch.commit()
}

const declaration = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.nat({ max: states.length - 1 }), fc.nat({ max: ofEachState - 1 }))
      .map(([kind, index]) => idAt(kind, index)),
  },
  { weight: 1, arbitrary: fc.constant('01948000-0000-7000-8000-ffffffffffff') },
)
const expected = fc.nat({ max: ofEachState - 1 }).map((index) => idAt(9, index))
const revision = fc.oneof(
  { weight: 12, arbitrary: fc.constant(firstRevision) },
  { weight: 1, arbitrary: fc.nat() },
)
const date = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('2025-02-03', '2025-02-04', '2025-05-01') },
  { weight: 1, arbitrary: fc.constantFrom('2999-12-31', '0001-01-01', '2025-02-30', 'soon', '') },
)
const openDate = fc.option(date, { freq: 2 })
const text = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('Sunflower', '葵花籽', 'Подсолнечник', '=1+1') },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', 'a\u0000b', 'x'.repeat(10_000), '\u202ex', '\ud800') },
)
const amount = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 0, max: 20_000_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, Number.NaN, 1e300, '7', null) },
)
const hsCode = fc.constantFrom('12060010', '1206.00.10', '080810', '0', '12060010а', '１２０６００１０')
const country = fc.constantFrom('KZ', 'cn', 'ZZ', '', 'КЗ')
const currency = fc.constantFrom('USD', 'kzt', 'CNY', 'XXX')
const plate = fc.constantFrom('新H12345', '123 ABC 16', 'А123ВС', 'Ж1', '', 'x'.repeat(10_000))
const quantity = fc.option(
  fc.record({ millionths: fc.option(amount), unit: fc.constantFrom('kg', 'vehicle', 'furlong', null) }),
)
const direction = fc.constantFrom('import', 'export')
const question = fc.constantFrom('value-unusual', 'same-load', 'unit-unusual')
const accepted = fc.uniqueArray(question)
const sometimes = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { freq: 5 })

const item = fc.record({
  hsCode: sometimes(hsCode),
  goods: sometimes(text),
  quantity,
  secondQuantity: quantity,
  netGrams: sometimes(amount),
  valueMinor: sometimes(amount),
  origin: sometimes(country),
  destination: sometimes(country),
})
const vehicle = fc.record({
  plate,
  trailer: sometimes(plate),
  weighbridgeGrams: sometimes(amount),
  crossingDate: openDate,
  manifest: sometimes(fc.constantFrom('M1', 'м-1', 'ж', '')),
})
const changedRecord = fc
  .record(
    {
      number: fc.option(
        fc.oneof(
          fc.nat({ max: 99_999 }).map((number) => `F${number}`),
          fc.constantFrom('N00', 'Ж', ''),
        ),
      ),
      date,
      checkpoint: fc.constantFrom('yard', 'hall', 'nowhere'),
      direction,
      tradeMode: sometimes(fc.constantFrom('0110', '9700', '=1', 'x'.repeat(10_000))),
      transportMode: sometimes(fc.constantFrom('road', 'rail', 'rocket')),
      consignor: sometimes(text),
      partner: sometimes(country),
      incoterm: sometimes(fc.constantFrom('DAP', 'fob', 'XXX')),
      currency: sometimes(currency),
      packages: sometimes(amount),
      grossGrams: sometimes(amount),
      items: fc.array(item, { maxLength: 2 }),
      vehicles: fc.array(vehicle, { maxLength: 2 }),
    },
    { requiredKeys: [] },
  )
  .map((change) => ({ ...soundDeclaration, ...change }))
const record = fc.oneof(
  fc.nat({ max: 99_999_999 }).map((number) => ({ ...soundDeclaration, number: `S${number}` })),
  changedRecord,
)

const changed = { declaration, revision }
const names = fc.record({ en: text, 'zh-CN': text }, { requiredKeys: ['en'] })
const group = fc.constantFrom('fruit', 'nuts', 'ghosts', 'berries', 'Berries')
const groupFields = {
  parent: fc.constantFrom(null, null, 'fruit', 'ghosts'),
  measure: fc.constantFrom('mass', 'units'),
  restricted: fc.uniqueArray(direction),
  from: openDate,
  to: openDate,
  prefixes: fc.array(
    fc.record({ prefix: fc.constantFrom('08', '0808', '8', 'о8'), from: openDate, to: openDate }),
    { maxLength: 2 },
  ),
}

export const declarationInputs = {
  readDeclaration: fc.record({ declaration }),
  checkDeclaration: fc.record({ declaration: fc.option(declaration), record }),
  findParties: fc.record({
    text: fc.constantFrom('', '吉', 'алт', '%'),
    role: fc.constantFrom(null, 'consignor', 'declarant'),
    limit: fc.integer({ min: 1, max: 50 }),
  }),
  saveDeclaration: fc.oneof(
    fc.record({ declaration: fc.constant(null), revision: fc.constant(null), record }),
    fc.record({ declaration, revision, record }),
  ),
  removeDraft: fc.record(changed),
  registerDeclaration: fc.record({ ...changed, date: openDate, accepted }),
  letDeclarationPass: fc.record({ ...changed, date: openDate, accepted, reason: text }),
  inspectDeclaration: fc.record({ ...changed, date, reason: fc.option(text) }),
  releaseDeclaration: fc.record({ ...changed, date, clearedDate: fc.option(date, { freq: 1 }) }),
  clearExport: fc.record({ ...changed, date }),
  refuseDeclaration: fc.record({ ...changed, date, reason: text }),
  withdrawDeclaration: fc.record({ ...changed, date, reason: text }),
  amendDeclaration: fc.record({ ...changed, date, reason: text, record, accepted }),
  recordDeclarations: fc.record({
    declarations: fc.array(
      fc.record({
        record,
        events: fc.oneof(
          fc.constant([{ kind: 'registered', date: '2025-02-03', reason: null }]),
          fc.array(
            fc.record({
              kind: fc.constantFrom('registered', 'inspected', 'released', 'cleared', 'refused', 'amended'),
              date,
              reason: fc.option(text),
            }),
            { maxLength: 4 },
          ),
        ),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    accepted: fc.constant(['same-load']),
  }),
  readExpectedGoods: fc.record({
    date: fc.constantFrom('2025-02-03', '2025-06-01'),
    came: fc.boolean(),
  }),
  findExpectedGoods: fc.record({ declaration }),
  keepExpectedGoods: fc.record({
    id: fc.option(expected),
    direction,
    goods: text,
    commodityGroup: fc.constantFrom(null, null, 'fruit'),
    weightGrams: fc.option(amount),
    from: date,
    to: date,
    note: fc.option(text),
  }),
  matchExpectedGoods: fc.record({ id: expected, declaration: fc.option(declaration) }),
  removeExpectedGoods: fc.record({ id: expected }),
}

export const tradeSettingInputs = {
  readTradeSettings: fc.constant({}),
  addCommodityGroup: fc.record({ commodityGroup: group, names, ...groupFields }),
  changeCommodityGroup: fc.record({ commodityGroup: group, ...groupFields }),
  keepGroupNames: fc.record({ commodityGroup: group, from: openDate, names }),
  removeCommodityGroup: fc.record({ commodityGroup: group }),
  loadShippedGroups: fc.constant({}),
  keepQualification: fc.record(
    {
      commodityGroup: group,
      direction,
      replaces: openDate,
      from: openDate,
      to: openDate,
      note: fc.option(text),
    },
    { requiredKeys: ['commodityGroup', 'direction', 'from', 'to', 'note'] },
  ),
  removeQualification: fc.record({ commodityGroup: group, direction, from: openDate }),
  keepExchangeRate: fc.record({
    currency,
    from: date,
    rate: fc.constantFrom('7.1', '0.0149', '0', '1e9', '1'.repeat(30)),
  }),
  removeExchangeRate: fc.record({
    currency: fc.constantFrom('USD', 'usd', 'KZT'),
    reporting: fc.constantFrom('CNY', 'XXX'),
    from: date,
  }),
  keepReportingCurrency: fc.record({ from: openDate, currency }),
  removeReportingCurrency: fc.record({ from: openDate }),
  keepNumberFormat: fc.record({
    from: openDate,
    masks: fc.array(fc.constantFrom('###', '@@-##', 'ж'), { maxLength: 2 }),
    description: names,
  }),
  removeNumberFormat: fc.record({ from: openDate }),
}

/** Files that are none of declarations, and mappings that name some of their columns. */
export function declarationsImportInputs(
  file: fc.Arbitrary<string>,
  target: fc.Arbitrary<string>,
  job: fc.Arbitrary<string>,
) {
  const column = fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom<string | number>('code', 'text', 1, 2) },
    { weight: 1, arbitrary: fc.constant('none') },
  )
  const part = fc.record({ column })
  const mapping = fc.record(
    {
      format: fc.constant(1),
      headings: fc.boolean(),
      number: part,
      date: fc.record({ column, pattern: fc.constantFrom('ISO', 'YYYY-MM-DD', 'YYYY') }),
      checkpoint: fc.oneof(fc.record({ code: fc.constantFrom('yard', 'nowhere') }), part),
      direction: fc.oneof(fc.record({ fixed: direction }), part),
      partner: part,
      hsCode: part,
      goods: part,
      quantity: fc.record({ column, unit: fc.constantFrom({ fixed: 'kg' }, { column: 2 }) }),
      netWeight: fc.record({ column, unit: fc.constantFrom('kg', 't', 'furlong') }),
      plate: part,
      history: part,
    },
    { requiredKeys: ['format', 'number', 'date', 'checkpoint', 'direction', 'hsCode', 'goods', 'netWeight'] },
  )
  const mappingName = fc.constantFrom('Customs', '报关单', '')
  const wanted = fc.record(
    { from: date, to: date, format: fc.constantFrom('csv', 'xlsx', 'json'), file: target },
    { requiredKeys: ['format', 'file'] },
  )
  return {
    guessDeclarations: fc.record({ file }),
    saveDeclarationsMapping: fc.record({ name: mappingName, mapping }),
    removeDeclarationsMapping: fc.record({ name: mappingName }),
    listDeclarationsMappings: fc.constant({}),
    previewDeclarations: fc.record({ job, file, mapping }),
    readPreviewLines: fc.record({
      job,
      list: fc.constantFrom('new', 'same', 'changed', 'refused', 'warnings'),
      offset: fc.nat({ max: 1_000 }),
      limit: fc.integer({ min: 1, max: 200 }),
    }),
    importDeclarations: fc.record(
      { file, mapping, dryRun: fc.boolean() },
      { requiredKeys: ['file', 'mapping'] },
    ),
    exportDeclarations: wanted,
    exportItems: wanted,
  }
}
