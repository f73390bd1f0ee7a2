import fc from 'fast-check'
import type { tariffContract } from '../../shared/contract/tariff.ts'

/** What people type into the search of the tariff, and files that are none, by operation. */
export function tariffInputs(
  file: fc.Arbitrary<string>,
  job: fc.Arbitrary<string>,
): Record<keyof typeof tariffContract, fc.Arbitrary<object>> {
  const date = fc.constantFrom('2025-02-03', '2022-01-01', '1900-01-01', '2999-12-31')
  const typed = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '87',
      '8703.80',
      '０３',
      '鱼',
      '汽车',
      'рыба',
      'қант',
      'live fish',
      '"*',
      'own:',
      'a"b',
      '%',
    ),
    fc.string({ maxLength: 200 }),
  )
  const language = fc.constantFrom('zh-CN', 'en', 'ru', 'kk')
  const column = fc.constantFrom<string | number>('date', 'none', 1, 2)
  const anyMapping = fc.record(
    {
      format: fc.constant(1),
      headings: fc.boolean(),
      skipRows: fc.nat({ max: 3 }),
      code: fc.record({ column: fc.constantFrom<string | number>('code', 'date', 1) }),
      texts: fc.record(
        { en: fc.constantFrom<string | number>('text', 'none', 2), kk: column },
        { requiredKeys: ['en'] },
      ),
      parent: fc.record({ column }),
      units: fc.record({ column }),
      from: fc.record({ column, pattern: fc.constantFrom('ISO', 'YYYY-MM-DD') }),
      holdsFrom: date,
    },
    { requiredKeys: ['format', 'code', 'texts'] },
  )
  const sound = { format: 1, code: { column: 'code' }, texts: { en: 'text' } }
  const mapping = fc.oneof(anyMapping, fc.constant(sound))
  return {
    findTariffCodes: fc.record(
      { text: typed, date, language, limit: fc.integer({ min: 1, max: 100 }) },
      { requiredKeys: ['text', 'language'] },
    ),
    readTariffCode: fc.record(
      {
        code: fc.oneof(
          fc.constantFrom('87', '870380', '7701', '00', '8703800010'),
          fc.string({ maxLength: 40 }),
        ),
        date,
      },
      { requiredKeys: ['code'] },
    ),
    readGoodsHabits: fc.record(
      {
        hsCode: fc.oneof(fc.constantFrom('1206', '12060010', '87'), fc.string({ maxLength: 40 })),
        direction: fc.constantFrom('import', 'export'),
      },
      { requiredKeys: ['hsCode'] },
    ),
    listTariffs: fc.constant({}),
    guessTariff: fc.record({ file }),
    previewTariff: fc.record({ job, file, mapping }),
    importTariff: fc.record({ file, mapping, dryRun: fc.boolean() }, { requiredKeys: ['file', 'mapping'] }),
    removeTariff: fc.record({ from: fc.oneof(date, fc.constant('0001-01-01')) }),
  }
}
