import fc from 'fast-check'

/** What trade is asked, of places, groups and countries that there are and that there are not. */
export function tradeReportInputs(
  date: fc.Arbitrary<string>,
  to: fc.Arbitrary<string>,
  checkpoint: fc.Arbitrary<string>,
) {
  const period = { kind: fc.constantFrom('day', 'week', 'month', 'quarter', 'year', 'range'), date, to }
  const filter = fc.record(
    {
      checkpoint,
      direction: fc.constantFrom('import', 'export'),
      commodityGroup: fc.constantFrom('aquatic', 'vehicles', 'nothing'),
      chapter: fc.constantFrom('12', '87', '99'),
      partner: fc.constantFrom('KZ', 'RU'),
      transportMode: fc.constantFrom('road', 'rail'),
      tradeMode: fc.constantFrom('0110', 'X'),
    },
    { requiredKeys: [] },
  )
  const by = fc.constantFrom(
    ...['group', 'chapter', 'partner', 'transportMode', 'tradeMode', 'direction', 'month', 'year'],
  )
  const report = fc.record(
    { ...period, filter, by, base: fc.constantFrom('previous', 'lastYear', null) },
    { requiredKeys: ['kind', 'date', 'by'] },
  )
  const part = fc.record(
    {
      ...period,
      ...{ filter, language: fc.constantFrom('zh-CN', 'ru') },
      after: fc.option(
        fc.record({
          countedDate: date,
          direction: fc.constantFrom('import', 'export'),
          declaration: fc.uuid(),
        }),
      ),
    },
    { requiredKeys: ['kind', 'date', 'language', 'after'] },
  )
  return {
    readCountedPart: part,
    writeCountedPart: part,
    readTradeReport: report,
    writeTradeReport: fc.record({
      report: report.map((each) => ({ ...each, filter: each.filter && placeOf(each.filter) })),
      format: fc.constantFrom('json', 'csv', 'html', 'xlsx'),
      language: fc.constantFrom('en', 'kk'),
    }),
    readCountedDeclarations: fc.record(
      { ...period, filter, offset: fc.nat(50), limit: fc.integer({ min: 1, max: 500 }) },
      { requiredKeys: ['kind', 'date'] },
    ),
    readTradeStatement: fc.record({ ...period, checkpoint }, { requiredKeys: ['kind', 'date'] }),
  }
}

/** A file is of a whole place. */
const placeOf = ({ checkpoint }: { checkpoint?: string }) => (checkpoint === undefined ? {} : { checkpoint })
