import { useWords } from '../lib/use-words.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import type { Undo, Way } from './use-undo.ts'
import { useUndoWords } from './use-undo-words.ts'

/** What undo and redo have just done, and what they would do now. */
export function UndoNotes({ undo }: { undo: Undo }) {
  return (
    <>
      <UndoNews news={undo.news} />
      <UndoOffer way="undo" undo={undo} />
      <UndoOffer way="redo" undo={undo} />
    </>
  )
}

function UndoOffer({ way, undo }: { way: Way; undo: Undo }) {
  const { t } = useWords()
  const step = useUndoWords(undo.steps[way], way)
  if (step === null) return null
  const text = t(`foot.${way}`, { step: step.text })
  return (
    <button type="button" className="offer" tabIndex={-1} title={text} onClick={() => undo.take(way)}>
      <span>{text}</span> <KeyHint>{t(`keys.${way}`)}</KeyHint>
    </button>
  )
}

function UndoNews({ news }: { news: Undo['news'] }) {
  const { t, error } = useWords()
  const done = news && 'step' in news ? news : null
  const step = useUndoWords(done?.step ?? null, done?.way ?? 'undo')
  if (!news) return null
  if ('error' in news) {
    return (
      <span className="bad" role="alert">
        {error(news.error)}
      </span>
    )
  }
  const text = t(news.way === 'undo' ? 'foot.undone' : 'foot.redone', { step: step?.text })
  // On the sheet that is shown the cell itself tells those who see it.
  return (
    <span className={step?.here ? 'hidden' : 'news'} role="status" title={text}>
      {text}
    </span>
  )
}
