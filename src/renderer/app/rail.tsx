import { useStore } from '../lib/store.ts'
import { useWords } from '../lib/use-words.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import { screens } from './screens.ts'
import { shownScreen, showScreen } from './shown-screen.ts'

/** The screens of the program, each with its key. */
export function Rail() {
  const { t } = useWords()
  const shown = useStore(shownScreen)
  return (
    <nav className="rail" aria-label={t('app.areas')}>
      <div className="brand">
        <i aria-hidden="true" />
        {t('app.name')}
      </div>
      {screens.map(({ id, label, digit }) => (
        <button
          key={id}
          type="button"
          className="area"
          aria-label={t(label)}
          aria-current={id === shown ? 'page' : undefined}
          title={t('keys.screen', { digit })}
          onClick={() => showScreen(id)}
        >
          {t(label)} <KeyHint>{String(digit)}</KeyHint>
        </button>
      ))}
    </nav>
  )
}
