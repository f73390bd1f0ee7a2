import { expect, test } from 'vitest'
import { suggestedCode } from './suggested-code.ts'

test('a code comes from the English name, and is never one that is taken', () => {
  expect([
    suggestedCode({ en: 'Rail yard – North' }, 'checkpoint', []),
    suggestedCode({ en: 'Rail yard' }, 'checkpoint', ['rail-yard', 'rail-yard-2']),
    suggestedCode({ 'zh-CN': '铁路查验场' }, 'checkpoint', ['hall']),
    suggestedCode({ en: 'x'.repeat(60) }, 'line', []),
  ]).toEqual(['rail-yard-north', 'rail-yard-3', 'checkpoint-2', 'x'.repeat(36)])
})
