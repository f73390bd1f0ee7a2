import { useEffect } from 'react'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { columnWords, problemWords, rowWords } from './cell-words.ts'
import { pasteRest, refusedBlock } from './paste-block.ts'
import type { SheetRow } from './sheet-rows.ts'
import type { ShownSheet } from './sheet-source.ts'

/** Why nothing of a pasted block was written, and the one key that writes it without its bad cells. */
export function BlockNote({ rows, shown }: { rows: readonly SheetRow[]; shown: ShownSheet }) {
  const words = useWords()
  const { t, number } = words
  const block = useStore(refusedBlock)
  const [first] = block?.bad ?? []
  const sheet = Object.values(shown.place).join(' ')

  // A block belongs to the sheet that it was pasted into.
  useEffect(() => {
    if (sheet) return () => refusedBlock.set(null)
  }, [sheet])

  if (!block || !first) return null
  const row = rows[first.place.row]
  const column = shown.sheet.columns[first.place.column]
  const cell =
    row && column
      ? t('sheet.cell', {
          line: rowWords(words, row),
          column: columnWords(words, column, shown.sheet.columns),
        })
      : t('blocks.outside')
  return (
    <section className="refused-note" role="alert">
      <b>{t('blocks.refused', { cell })}</b>
      <p>{problemWords(words, first.problem)}</p>
      {block.bad.length > 1 && <p>{t('blocks.bad', { number: number(block.bad.length) })}</p>}
      {block.rest.length > 0 && (
        <p>
          <button type="button" onClick={pasteRest}>
            {t('blocks.pasteRest', { number: number(block.rest.length) })}{' '}
            <KeyHint>{t('keys.pasteRest')}</KeyHint>
          </button>
        </p>
      )}
      <p>
        <KeyHint>{t('keys.escape')}</KeyHint> {t('blocks.leave')}
      </p>
    </section>
  )
}
