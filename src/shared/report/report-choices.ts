/** What one chooses of a report; apart from the contract, so that the window needs no schemas for it. */

export const reportKinds = ['shift', 'day', 'week', 'month', 'quarter', 'year', 'range'] as const

/** What the window offers to export a report as. */
export const exportFormats = ['xlsx', 'csv', 'html', 'pdf'] as const

/** Parts of a report that can be had alone. */
export const reportParts = ['staffing', 'plan'] as const

/** What trade is rolled up by. */
export const rollUps = [
  'group',
  'chapter',
  'partner',
  'transportMode',
  'tradeMode',
  'direction',
  'month',
  'year',
] as const

/** What trade is compared with. */
export const tradeBases = ['lastYear', 'previous'] as const
