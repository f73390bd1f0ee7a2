import { formatTime } from '../../shared/format.ts'
import { useRefusedCells } from '../areas/day-sheet/sheet-state.ts'
import { useRefusedKeys } from '../areas/settings/drafts.ts'
import { connectionLost } from '../lib/client.ts'
import { importShare } from '../lib/file-import.ts'
import { savedAt, saveQueue } from '../lib/saving.ts'
import { useStore } from '../lib/store.ts'
import { useQuery } from '../lib/use-query.ts'
import { useWords } from '../lib/use-words.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { UndoNotes } from './undo-notes.tsx'
import type { Undo } from './use-undo.ts'

/** The line that tells the truth: saved when, what waits, what undo would do, which book. */
export function FootLine({ book, undo }: { book: string; undo: Undo }) {
  const { t, name } = useWords()
  const { output: port } = useQuery('describePort', {}, 'port')
  const file = book.split(/[\\/]/).at(-1)
  return (
    <footer className="foot">
      <SaveState zone={port?.zone ?? null} />
      <UndoNotes undo={undo} />
      <span className="spring" />
      {port?.sample && <b className="sample">{t('foot.sample')}</b>}
      {port && <span>{name(port.names)}</span>}
      <span className="book" title={book}>
        {file}
      </span>
      <LanguageChoice />
    </footer>
  )
}

function SaveState({ zone }: { zone: string | null }) {
  const { t, number } = useWords()
  const lost = useStore(connectionLost)
  const at = useStore(savedAt)
  const waiting = useStore(saveQueue.waiting)
  const cells = useRefusedCells()
  const refused = cells.all + useRefusedKeys().size
  const share = useStore(importShare)
  return (
    <>
      {lost ? (
        <b className="bad" role="alert">
          {t('foot.lost')}
        </b>
      ) : (
        <SavedAt at={at} zone={zone} />
      )}
      {share !== null && (
        <span className="waits">{t('importing.inFoot', { percent: number(Math.floor(share * 100)) })}</span>
      )}
      {waiting > 0 && <span className="waits">{t('foot.waiting', { number: number(waiting) })}</span>}
      {refused > 0 && (
        <span>
          <b className="bad">{t('foot.refused', { number: number(refused) })}</b>{' '}
          {cells.byBook > 0 && <KeyHint>{t('keys.save')}</KeyHint>}
        </span>
      )}
    </>
  )
}

function SavedAt({ at, zone }: { at: number | null; zone: string | null }) {
  const { t } = useWords()
  if (at === null) return <span role="status">{t('foot.nothingSaved')}</span>
  return (
    <b className="saved" role="status">
      {zone && t('foot.saved', { time: formatTime(at, zone) })}
    </b>
  )
}
