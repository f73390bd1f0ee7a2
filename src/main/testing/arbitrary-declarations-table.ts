import fc from 'fast-check'
import { declarationSorts, itemSorts } from '../../shared/contract/declarations-table.ts'

/** Filters and orders of the tables of declarations as windows send them. */

const date = fc.constantFrom('2025-02-01', '2025-02-03', '2025-02-04', '2025-05-01')
const order = fc.constantFrom('ascending', 'descending')

export const declarationsFilter = fc.record(
  {
    from: date,
    to: date,
    countedFrom: date,
    countedTo: date,
    state: fc.constantFrom('draft', 'registered', 'released'),
    direction: fc.constantFrom('import', 'export'),
    checkpoint: fc.constantFrom('yard', 'hall', 'nowhere'),
    partner: fc.constantFrom('KZ', 'RU'),
    currency: fc.constantFrom('USD', 'KZT'),
    transportMode: fc.constantFrom('road', 'rail'),
    hsPrefix: fc.constantFrom('12', '1206', '0808'),
    group: fc.constantFrom('fruit', 'nowhere'),
    text: fc.constantFrom('', '葵花', 'алт', '"* AND', 'sun 12', 'N00', '123abc'),
  },
  { requiredKeys: [] },
)
const page = { offset: fc.nat({ max: 50 }), limit: fc.integer({ min: 1, max: 200 }) }
const of = fc.constantFrom('declarations', 'items')
const names = fc.array(fc.constantFrom('date', 'number'), { maxLength: 2 })
const name = fc.constantFrom('Crab', '水产', ' ')

export const declarationsTableInputs = {
  readDeclarations: fc.record({
    filter: declarationsFilter,
    sort: fc.record({ column: fc.constantFrom(...declarationSorts), direction: order }),
    ...page,
  }),
  readDeclarationItems: fc.record({
    filter: declarationsFilter,
    sort: fc.record({ column: fc.constantFrom(...itemSorts), direction: order }),
    ...page,
  }),
  numberOfDeclarations: fc.record({ filter: declarationsFilter, of }),
  readDeclarationTotals: fc.record({ filter: declarationsFilter, of }),
  writeDeclarationsPart: fc.record({ of, filter: declarationsFilter, after: fc.constant(null) }),
  readDeclarationsPart: fc.record({ of, filter: declarationsFilter, after: fc.constant(null) }),
  readSavedViews: fc.record({ of }),
  keepSavedView: fc.record({
    of,
    view: fc.record({
      name,
      filter: declarationsFilter,
      sort: fc.record({ column: fc.constantFrom('date', 'net'), direction: order }),
      hidden: names,
      order: names,
    }),
  }),
  renameSavedView: fc.record({ of, name, to: name }),
  removeSavedView: fc.record({ of, name }),
}
