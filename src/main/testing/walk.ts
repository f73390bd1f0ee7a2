import fc from 'fast-check'
import type { CountToRecord } from '../../shared/contract/crossings.ts'
import { type CommandName, contract, type OperationName } from '../../shared/contract/index.ts'
import type { Answer } from '../../shared/errors.ts'
import { settingInputs } from './arbitrary-settings.ts'
import type { TestBook } from './test-book.ts'

const count = fc.record({
  line: fc.constantFrom('domestic', 'foreign', 'diplomats', 'e-gate', 'crew', 'buses'),
  direction: fc.constantFrom('entry', 'exit'),
  date: fc.constantFrom('2025-02-03', '2025-02-04', '2025-05-01'),
  period: fc.constantFrom('morning', 'morning@10', 'night/1', 'night/2', 'day'),
  value: fc.oneof(fc.constantFrom(null, 'closed', 'not-applicable'), fc.nat({ max: 30 })) as fc.Arbitrary<
    CountToRecord['value']
  >,
  provisional: fc.boolean(),
}) as fc.Arbitrary<CountToRecord>

interface SettingStep {
  do: 'setting'
  operation: CommandName
  input: object
}

/** Changes of the settings of the hall; most are refused once there are figures. */
const settingStep: fc.Arbitrary<SettingStep> = fc.oneof(
  ...Object.entries(settingInputs(fc.constant('resources/holidays/cn.json')))
    .filter(([name]) => contract[name as OperationName].kind === 'command')
    .map(([name, input]) =>
      (input as fc.Arbitrary<object>).map((made) => ({
        do: 'setting' as const,
        operation: name as CommandName,
        input: made,
      })),
    ),
)

export type Step =
  | SettingStep
  | { do: 'counts'; counts: CountToRecord[] }
  | { do: 'total'; value: number | null }
  | { do: 'undo' }
  | { do: 'redo' }

/** What people do to a book, in any order: figures, settings, undo and redo. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('counts' as const),
      counts: fc.array(count, { minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('total' as const), value: fc.option(fc.nat({ max: 500 })) }),
  },
  { weight: 4, arbitrary: settingStep },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redo' as const) }) },
)

/** Takes a step; one that the rules refuse is part of the walk too. Answers the batch that it wrote, if any. */
export async function take(book: TestBook, taken: Step): Promise<number | null> {
  const steps = await book.done('readUndoSteps', {})
  const answer = await (() => {
    if (taken.do === 'setting') return book.call(taken.operation, taken.input as never)
    if (taken.do === 'counts') return book.call('recordCounts', { checkpoint: 'hall', counts: taken.counts })
    if (taken.do === 'undo') return book.call('undo', { batch: steps.undo?.batch ?? 0 })
    if (taken.do === 'redo') return book.call('redo', { batch: steps.redo?.batch ?? 0 })
    const total = { direction: 'entry', unit: 'persons', date: '2025-02-03', period: 'morning' } as const
    return book.call('recordCounts', {
      checkpoint: 'hall',
      controlTotals: [{ ...total, value: taken.value }],
    })
  })()
  const written = answer as Answer<{ batch: number | null }>
  return written.ok ? written.output.batch : null
}
