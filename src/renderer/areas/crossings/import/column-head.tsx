import type { ColumnUse } from '../../../../shared/import/column-uses.ts'
import { type Direction, directions } from '../../../../shared/words.ts'
import { useWords } from '../../../lib/use-words.ts'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { type ChoiceGroup, GroupedChoice } from '../../../ui/grouped-choice.tsx'
import { choiceOf, chosenUse } from './column-use-choices.ts'
import { changeUse } from './import-actions.ts'

interface ColumnHeadProps {
  column: number
  heading: string
  use: ColumnUse
  groups: readonly ChoiceGroup[]
  /** Whether the direction is said by the count columns themselves. */
  directed: boolean
  /** Whether the column is among those that something is missing at. */
  asks: boolean
  width: number
}

const none = ''

/** The head of a column: what it is used for, to be chosen, above its heading in the file. */
export function ColumnHead({ column, heading, use, groups, directed, asks, width }: ColumnHeadProps) {
  const { t } = useWords()
  const called = heading || t('importing.columnNumber', { number: column + 1 })
  const figures = use.as === 'count' || use.as === 'total' ? use : null
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: its choices have the focus
    <span role="columnheader" className="import-head" data-use={use.as} style={{ width }}>
      <GroupedChoice
        className="use"
        label={t('importing.useOf', { column: called })}
        groups={groups}
        value={choiceOf(use)}
        asks={asks && !(directed && figures)}
        onChoose={(choice) => changeUse(column, chosenUse(choice, use))}
      />
      {directed && figures && (
        <span data-asks={asks || undefined} className="own-direction">
          <ChoiceList<Direction | typeof none>
            label={t('importing.directionOf', { column: called })}
            value={figures.direction ?? none}
            choices={[
              { value: none, label: t('importing.noDirection') },
              ...directions.map((value) => ({ value, label: t(`directions.${value}`) })),
            ]}
            onChoose={(direction) =>
              changeUse(column, { ...figures, direction: direction === none ? null : direction })
            }
          />
        </span>
      )}
      <span className="heading" title={called}>
        {heading || <i className="faint">{called}</i>}
      </span>
    </span>
  )
}
