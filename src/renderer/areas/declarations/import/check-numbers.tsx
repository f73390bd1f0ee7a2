import type { DeclarationsPreview } from '../../../../shared/contract/declarations-import.ts'
import { useWords } from '../../../lib/use-words.ts'

/** What the import would do, in numbers, and what is worth a second look. */
export function CheckNumbers({ preview }: { preview: DeclarationsPreview }) {
  const { t, number } = useWords()
  const { rows, declarations, items, vehicles, refusedCells, warningCells } = preview
  const parts = (['new', 'same', 'changed'] as const).filter((outcome) => preview[outcome] > 0)
  return (
    <section className="import-numbers">
      <h3>{t('importing.numbers')}</h3>
      <dl className="facts">
        <dt>{t('importing.rowsOfFile')}</dt>
        <dd>{number(rows)}</dd>
        <dt>{t('declarationsImport.declarations')}</dt>
        <dd>{number(declarations)}</dd>
        {parts.map((outcome) => (
          <Part key={outcome} label={t(`importing.countsBy.${outcome}`)} value={preview[outcome]} />
        ))}
        <dt>{t('declarationsImport.items')}</dt>
        <dd>{number(items)}</dd>
        <dt>{t('declarationsImport.vehicles')}</dt>
        <dd>{number(vehicles)}</dd>
        {refusedCells > 0 && (
          <>
            <dt className="bad">{t('importing.refusedCells')}</dt>
            <dd className="bad">{number(refusedCells)}</dd>
          </>
        )}
      </dl>
      <ul className="import-notes">
        {warningCells > 0 && <li>{t('declarationsImport.warnings', { number: number(warningCells) })}</li>}
        {preview.uncheckedItems > 0 && (
          <li>{t('declarationsImport.unchecked', { number: number(preview.uncheckedItems) })}</li>
        )}
        {preview.hiddenRows > 0 && (
          <li>{t('importing.hiddenRows', { number: number(preview.hiddenRows) })}</li>
        )}
      </ul>
    </section>
  )
}

function Part({ label, value }: { label: string; value: number }) {
  const { number } = useWords()
  return (
    <>
      <dt className="part">{label}</dt>
      <dd className="part">{number(value)}</dd>
    </>
  )
}
