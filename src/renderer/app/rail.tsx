import { keyLine } from '../lib/commands.ts'
import { useStore } from '../lib/store.ts'
import { useWords } from '../lib/use-words.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import { screens } from './screens.ts'
import { goToScreen, shownScreen } from './shown-screen.ts'
import { aidCommands } from './window-commands.ts'

/** The screens of the program, each with its key. */
export function Rail() {
  const words = useWords()
  const { t } = words
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
          onClick={() => goToScreen(id)}
        >
          {t(label)} <KeyHint>{String(digit)}</KeyHint>
        </button>
      ))}
      <span className="spring" />
      {aidCommands.map((command) => {
        const { id, key, does } = keyLine(command, words)
        return (
          <button key={id} type="button" className="area" tabIndex={-1} onClick={command.run}>
            {does} <KeyHint>{key}</KeyHint>
          </button>
        )
      })}
    </nav>
  )
}
