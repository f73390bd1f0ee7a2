import type { CountValue } from '../../../shared/contract/crossings.ts'
import { useWords } from '../../lib/use-words.ts'
import { valueWords } from './cell-words.ts'

interface ReadCellProps {
  value: CountValue
  label: string
  row: number
  column: number
  active: boolean
  selected: boolean
  className: string
  /** What stands where nothing is known, if not the words for it. */
  nothing?: string
  /** Whether a figure is still missing from it. */
  incomplete?: boolean
}

/** A sum: one can stand on it, and nothing can be typed. */
export function ReadCell({
  value,
  label,
  row,
  column,
  active,
  selected,
  className,
  nothing,
  incomplete = false,
}: ReadCellProps) {
  const words = useWords()
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that one types into
      role="gridcell"
      className={`cell ${className}`}
      aria-label={label}
      aria-selected={active || selected}
      data-selected={selected || undefined}
      aria-readonly
      data-row={row}
      data-column={column}
      data-looks={typeof value === 'number' ? 'number' : 'words'}
      tabIndex={active ? 0 : -1}
    >
      <span className="shown">
        {incomplete && <small>{words.t('sheet.incomplete')}</small>}
        <span className="value">
          {value === null && nothing !== undefined ? nothing : valueWords(words, value)}
        </span>
      </span>
    </td>
  )
}
