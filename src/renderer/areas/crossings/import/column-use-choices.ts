import type { ColumnUse, ColumnUseKind } from '../../../../shared/import/column-uses.ts'
import { units } from '../../../../shared/words.ts'
import type { Words } from '../../../lib/use-words.ts'
import type { ChoiceGroup } from '../../../ui/grouped-choice.tsx'
import type { BookWords } from './book-words.ts'

/** Uses that say no line or unit. */
const plainUses = [
  'date',
  'checkpoint',
  'checkpoint-name',
  'direction',
  'period',
] as const satisfies ColumnUseKind[]
const otherUses = ['measure', 'value', 'state', 'source', 'provisional'] as const satisfies ColumnUseKind[]

/** A use as the value of a choice: `count hong-kong-residents`, `date`. Directions are chosen apart. */
export function choiceOf(use: ColumnUse): string {
  if (use.as === 'count') return `count ${use.line}`
  return use.as === 'total' ? `total ${use.unit}` : use.as
}

/** The use that a choice stands for; a direction that was set stays. */
export function chosenUse(choice: string, before: ColumnUse): ColumnUse {
  const [as = '', what = ''] = choice.split(' ')
  const direction = 'direction' in before ? before.direction : null
  if (as === 'count') return { as, line: what, direction }
  const unit = units.find((each) => each === what)
  if (as === 'total' && unit) return { as, unit, direction }
  const plain = [...plainUses, ...otherUses].find((each) => each === as)
  return { as: plain ?? 'nothing' }
}

/** Everything that a column can be used for, in the reader's words. */
export function groupsOfUses({ t }: Words, { lines }: BookWords): ChoiceGroup[] {
  const plain = (kinds: readonly (typeof plainUses | typeof otherUses)[number][]) =>
    kinds.map((value) => ({ value, label: t(`importing.uses.${value}`) }))
  return [
    { label: null, choices: [{ value: 'nothing', label: t('importing.uses.nothing') }, ...plain(plainUses)] },
    {
      label: t('importing.useGroups.count'),
      choices: lines.map(({ value, label }) => ({ value: `count ${value}`, label })),
    },
    {
      label: t('importing.useGroups.total'),
      choices: units.map((unit) => ({
        value: `total ${unit}`,
        label: t('importing.uses.total', { unit: t(`unitsInText.${unit}`) }),
      })),
    },
    { label: t('importing.useGroups.other'), choices: plain(otherUses) },
  ]
}
