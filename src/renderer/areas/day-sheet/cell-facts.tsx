import { shortened } from '../../lib/shortened.ts'
import { useWords } from '../../lib/use-words.ts'
import type { CellEdit } from './cell-edits.ts'
import { closingWords, valueWords } from './cell-words.ts'
import { PaperVerdict } from './paper-verdict.tsx'
import { type BookCell, type SheetRow, shownValue } from './sheet-rows.ts'

interface CellFactsProps {
  row: SheetRow
  column: number
  cell: BookCell | null
  edit: CellEdit | null
}

/** The value of the cell in focus, what state it is in, and why it is closed. */
export function CellFacts({ row, column, cell, edit }: CellFactsProps) {
  const words = useWords()
  const { t, name } = words
  const isTyped = edit?.phase === 'typing' || edit?.phase === 'refused'
  const read = cell ? cell.value : row.kind === 'sum' ? (row.values[column] ?? row.both) : bothOf(row)
  const value = edit && !isTyped ? edit.value : read
  const closing = cell && closingWords(words, cell)
  const reason = cell?.closedBy?.reason
  const state = cell?.editable ? t(`panel.${edit?.phase ?? 'saved'}`) : t('panel.readOnly')

  return (
    <dl className="facts">
      {isTyped && (
        <>
          <dt>{t('panel.typed')}</dt>
          <dd>{shortened(edit.text, 60)}</dd>
        </>
      )}
      <dt>{isTyped ? t('panel.before') : t('panel.value')}</dt>
      <dd>{valueWords(words, shownValue({ value, closedBy: cell?.closedBy ?? null }))}</dd>
      {(edit || value !== null || !cell?.editable) && (
        <>
          <dt>{t('panel.state')}</dt>
          <dd data-phase={edit?.phase}>{state}</dd>
        </>
      )}
      {row.kind === 'control' && (
        <>
          <dt>{t('panel.sum')}</dt>
          <dd>
            {typeof value === 'number' && <PaperVerdict sum={row.sums[column] ?? null} typed={value} />}{' '}
            {valueWords(words, row.sums[column] ?? null)}
          </dd>
        </>
      )}
      {cell?.column.openAfterAll && (
        <>
          <dt>{t('panel.calendar')}</dt>
          <dd>{t('sheet.openAfterAll')}</dd>
        </>
      )}
      {(closing || cell?.closedBy) && (
        <>
          <dt>{t('panel.calendar')}</dt>
          <dd>
            {closing ?? t('sheet.closed')}
            {cell?.closedBy && <small>{reason ? name(reason) : t('sheet.outsideHours')}</small>}
            {cell?.partlyClosed && <small>{name(cell.partlyClosed.reason)}</small>}
          </dd>
        </>
      )}
    </dl>
  )
}

const bothOf = (row: SheetRow) => (row.kind === 'line' ? row.both : null)
