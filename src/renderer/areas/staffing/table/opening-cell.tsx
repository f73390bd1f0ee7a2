import type { FocusEvent, KeyboardEvent } from 'react'
import { useWords } from '../../../lib/use-words.ts'
import type { RowFacts } from './table-rows.ts'
import { type RowColumn, rowColumns } from './typed-rows.ts'

interface OpeningCellProps {
  column: number
  /** Null on the line for a new opening. */
  facts: RowFacts | null
  text: string
  isActive: boolean
  isRefused: boolean
  onActive(): void
  onType(text: string): void
  onKeyDown(event: KeyboardEvent<HTMLInputElement>): void
  onBlur(event: FocusEvent): void
}

/** A cell of the table of openings: a field that takes typing. */
export function OpeningCell(props: OpeningCellProps) {
  const { column, facts, text, isActive, isRefused } = props
  const { t } = useWords()
  const name = rowColumns[column] as RowColumn
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its field has the focus
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
      role="gridcell"
      data-column={column}
      data-direction={name === 'direction' ? facts?.opening.direction : undefined}
      aria-invalid={isRefused || undefined}
    >
      <input
        type="text"
        className="field"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('openings.cell', {
          column: t(`openings.columns.${name}`),
          row: facts ? facts.line : t('openings.newRow'),
        })}
        placeholder={facts ? undefined : t(`openings.placeholders.${name}`)}
        value={text}
        onFocus={(event) => {
          props.onActive()
          event.currentTarget.select()
        }}
        onChange={(event) => props.onType(event.target.value)}
        onKeyDown={props.onKeyDown}
        onBlur={props.onBlur}
        tabIndex={isActive ? 0 : -1}
      />
    </td>
  )
}
