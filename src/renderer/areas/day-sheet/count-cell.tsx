import type { CountValue } from '../../../shared/contract/crossings.ts'
import { useWords } from '../../lib/use-words.ts'
import { type CellEdit, textToEdit, valueNow } from './cell-edits.ts'
import { targetKey } from './cell-target.ts'
import { closingWords, problemWords, valueWords } from './cell-words.ts'
import { PaperVerdict } from './paper-verdict.tsx'
import { type BookCell, shownValue } from './sheet-rows.ts'
import { cellEdits, useCellEdit } from './sheet-state.ts'

interface CountCellProps {
  cell: BookCell
  /** Line and direction, for those who do not see the grid. */
  label: string
  row: number
  column: number
  active: boolean
  selected: boolean
  /** For a total typed from paper: the sum it is compared with. */
  sum?: CountValue
  /** Whether the sheet has the four narrow columns of a night. */
  narrow?: boolean
  /** Columns that it covers. */
  span?: number
}

/** A cell of the sheet: shows a count or its state, and takes typing where the calendar lets it. */
export function CountCell({
  cell,
  label,
  row,
  column,
  active,
  selected,
  sum,
  narrow = false,
  span,
}: CountCellProps) {
  const words = useWords()
  const key = targetKey(cell.target)
  const edit = useCellEdit(key)
  const value = valueNow(cell, edit)
  const closing = closingWords(words, cell)
  const unsaid = shownValue({ value, closedBy: cell.closedBy })
  const hatched = unsaid === 'closed' || (closing !== null && value === null)
  const refused = edit?.phase === 'refused'
  const shown = refused ? edit.text : hatched && closing ? closing : valueWords(words, unsaid)
  const looks = typeof value === 'number' ? 'number' : 'words'

  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that one types into
      role="gridcell"
      className="cell"
      colSpan={span}
      aria-label={label}
      aria-selected={active || selected}
      data-selected={selected || undefined}
      aria-busy={edit?.phase === 'waiting'}
      aria-invalid={refused}
      aria-readonly={!cell.editable}
      data-row={row}
      data-column={column}
      data-key={key}
      data-looks={refused ? 'number' : looks}
      data-state={edit?.phase ?? 'resting'}
      data-hatched={hatched || undefined}
      data-partly={closing !== null || undefined}
      tabIndex={cell.editable ? undefined : active ? 0 : -1}
    >
      <span className="shown">
        {closing !== null && !hatched && <small title={closing}>{closing}</small>}
        {cell.incomplete && <small>{words.t('sheet.incomplete')}</small>}
        {sum !== undefined && typeof value === 'number' && !refused && (
          <PaperVerdict sum={sum} typed={value} short={narrow} />
        )}
        <span className="value">{shown}</span>
      </span>
      {cell.editable && (
        <CellField cell={cell} edit={edit} active={active} label={label} shown={shown} refused={refused} />
      )}
      {refused && edit.problem && <span className="hidden">{problemWords(words, edit.problem)}</span>}
    </td>
  )
}

interface CellFieldProps {
  cell: BookCell
  edit: CellEdit | null
  active: boolean
  label: string
  shown: string
  refused: boolean
}

/** The text field over the cell. It is empty and unseen until something is typed, so that typing replaces. */
function CellField({ cell, edit, active, label, shown, refused }: CellFieldProps) {
  return (
    <input
      className="field"
      type="text"
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      aria-label={label}
      aria-description={shown}
      aria-invalid={refused}
      tabIndex={active ? 0 : -1}
      value={edit?.phase === 'typing' ? edit.text : ''}
      onChange={(event) => cellEdits.type(cell.target, event.target.value)}
      onDoubleClick={() => cellEdits.type(cell.target, textToEdit(cell.value, edit), true)}
    />
  )
}
