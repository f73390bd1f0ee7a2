import { expect, test } from 'vitest'
import { obstacleOf } from './import-obstacle.ts'
import type { ImportState } from './import-state.ts'

const refusing = { refusedCells: 1, new: 1, changed: 0 }
const asking: Parameters<typeof obstacleOf>[0] = {
  draft: { format: 1, direction: { column: 'way', words: {} } },
  asked: [{ field: 'direction', word: 'transit' }],
  checked: { job: 'a', preview: refusing as NonNullable<ImportState['checked']>['preview'] },
  stale: true,
}

test('what must be answered is asked before the book’s change since the check is told, and that before what the check found', () => {
  const answered: typeof asking = {
    ...asking,
    draft: { format: 1, direction: { column: 'way', words: { transit: 'import' } } },
  }
  expect([asking, answered, { ...answered, stale: false }].map(obstacleOf)).toEqual([
    'answerFirst',
    'stale',
    'refusedAll',
  ])
})
