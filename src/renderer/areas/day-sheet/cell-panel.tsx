import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { BlockNote } from './block-note.tsx'
import { CellContext } from './cell-context.tsx'
import { marks as cellMarks, valueNow } from './cell-edits.ts'
import { CellFacts } from './cell-facts.tsx'
import { CellHistory } from './cell-history.tsx'
import { exceptionRefusal, markAction } from './cell-marks.ts'
import { targetKey } from './cell-target.ts'
import { columnWords, problemWords, rowWords } from './cell-words.ts'
import { PanelKeys } from './panel-keys.tsx'
import { refusedBlock } from './paste-block.ts'
import { isSummed, type SheetRow } from './sheet-rows.ts'
import type { ShownSheet } from './sheet-source.ts'
import { useCellEdit } from './sheet-state.ts'
import { bookCellAt } from './use-count-grid.ts'

interface CellPanelProps {
  shown: ShownSheet
  rows: readonly SheetRow[]
  place: { row: number; column: number }
}

/** What one needs to judge the cell in focus, beside the sheet. */
export function CellPanel({ shown, rows, place }: CellPanelProps) {
  const words = useWords()
  const { t } = words
  const { columns } = shown.sheet
  const row = rows[place.row]
  const cell = bookCellAt(rows, place)
  const edit = useCellEdit(cell ? targetKey(cell.target) : null)
  // The figures of a summed day are those of its shifts, which have their own history.
  const summed = isSummed(shown.sheet)
  const refusal = useStore(exceptionRefusal)
  const isBlockRefused = useStore(refusedBlock) !== null
  const marks = cellMarks.flatMap((mark) => {
    const action = cell && markAction(cell, mark, shown.sheet.state === 'open' && !summed)
    return action ? [{ mark, action }] : []
  })
  const panel = { className: 'side', 'aria-label': t('panel.label'), tabIndex: 0 }
  if (!row) return <aside {...panel} />
  const column = columns[place.column]
  const columnName = column ? columnWords(words, column, columns) : t('sheet.both')

  return (
    // Without a mouse it is scrolled while it has the focus.
    <aside {...panel}>
      <section>
        <h2>
          {t('sheet.cell', { line: rowWords(words, row), column: columnName })} <em>{t('panel.thisCell')}</em>
        </h2>
        <CellFacts row={row} column={place.column} cell={cell} edit={edit} />
      </section>
      {edit?.phase === 'refused' && edit.problem && (
        <section className="refused-note">
          <b>{problemWords(words, edit.problem)}</b>
          <p>
            <KeyHint>{t('keys.escape')}</KeyHint> {t('panel.keyTakeBack')} · <KeyHint>{t('keys.f2')}</KeyHint>{' '}
            {t('panel.keyEdit')}
            {edit.problem.kind === 'report' && (
              <>
                {' · '}
                <KeyHint>{t('keys.save')}</KeyHint> {t('panel.keySave')}
              </>
            )}
          </p>
        </section>
      )}
      {refusal && (
        <section className="refused-note" role="alert">
          <b>{words.error(refusal)}</b>
        </section>
      )}
      <BlockNote rows={rows} shown={shown} />
      {/* While a block waits for its answer, it is the block that is judged. */}
      {cell?.target.entity === 'count' && !isBlockRefused && (
        <CellContext target={cell.target} value={valueNow(cell, edit)} />
      )}
      {cell && !summed && <CellHistory target={cell.target} port={shown.port} />}
      <PanelKeys editable={cell?.editable ?? false} marks={marks} />
    </aside>
  )
}
