import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { commandScopes, commandSources, commandsNow, hasKey, keyLine } from '../lib/commands.ts'
import { keystrokeText } from '../lib/keystrokes.ts'
import { useStore } from '../lib/store.ts'
import { moveFocusUnheard } from '../lib/unheard-focus.ts'
import { useWords } from '../lib/use-words.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import { KeyList } from '../ui/key-list.tsx'
import { closeAid } from './shown-aids.ts'

/** Every key that acts now, beside the screen it acts on. */
export function KeyHelp() {
  const words = useWords()
  const { t } = words
  useStore(commandSources)
  const panel = useRef<HTMLElement>(null)
  const commands = commandsNow().filter(hasKey)

  useLayoutEffect(() => {
    if (!panel.current) return
    moveFocusUnheard(panel.current)
    panel.current.scrollIntoView({ block: 'nearest' })
  }, [])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.preventDefault()
    closeAid()
  }

  return (
    <aside
      className="side key-help"
      ref={panel}
      tabIndex={-1}
      aria-label={t('keyHelp.label')}
      onKeyDown={onKeyDown}
    >
      <h2>
        {t('keyHelp.label')}
        <button type="button" onClick={closeAid}>
          {t('keyHelp.close')} <KeyHint>{keystrokeText('Escape')}</KeyHint>
        </button>
      </h2>
      {commandScopes.map((scope) => {
        const own = commands.filter((command) => command.scope === scope)
        if (own.length === 0) return null
        const keys = own.map((command) => keyLine(command, words))
        return <KeyList key={scope} title={t(`keyHelp.scopes.${scope}`)} keys={keys} />
      })}
    </aside>
  )
}
