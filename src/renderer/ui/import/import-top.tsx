import { useEffect, useLayoutEffect, useRef } from 'react'
import { useCommands } from '../../lib/commands.ts'
import type { FileImport } from '../../lib/file-import.ts'
import { keystrokeText } from '../../lib/keystrokes.ts'
import { type Store, useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../key-hint.tsx'
import { chooseKey, runKey, stopKey } from './import-keys.ts'

interface ImportTopProps {
  title: string
  state: FileImport<object, object, object>
  onFile(file: File): Promise<void>
  onLeave(): void
  /** Lets the choice be opened from below. */
  chooser: { choose(): void }
}

/** The head of an import: which file, another one, and the way back. */
export function ImportTop({ title, state, onFile, onLeave, chooser }: ImportTopProps) {
  const { t } = useWords()
  const picker = useRef<HTMLInputElement>(null)
  const working = state.run?.state === 'running'
  // Before the first key can come: the button below takes the focus at once.
  useLayoutEffect(() => {
    chooser.choose = () => picker.current?.click()
  }, [chooser])
  return (
    <header className="top wide import-top">
      <b>{title}</b>
      {state.guess && <span className="file">{state.file?.name}</span>}
      <span className="spring" />
      {state.guess && !working && (
        <button type="button" className="quiet" onClick={() => picker.current?.click()}>
          {t('importing.chooseOther')} <KeyHint>{keystrokeText(chooseKey)}</KeyHint>
        </button>
      )}
      <button type="button" className="quiet" onClick={onLeave}>
        {t('importing.back')} {!state.checking && !working && <KeyHint>{keystrokeText(stopKey)}</KeyHint>}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.xlsx,.xls,.xlsm"
        aria-label={t('importing.choose')}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          // The same file may be chosen again after it was mended.
          if (file) void onFile(file).finally(() => (target.value = ''))
        }}
      />
    </header>
  )
}

interface ImportCommandsProps {
  state: FileImport<object, object, object>
  canRun: boolean
  onChoose(): void
  onRun(): void
  onStopChecking(): void
  onStopImport(): void
  onLeave(): void
}

/** The keys of an import: choose, import, stop or leave. */
export function useImportCommands({ state, canRun, ...on }: ImportCommandsProps): void {
  const runs = state.run?.state === 'running'
  const stopOrLeave = (): void => {
    if (runs) on.onStopImport()
    else if (state.checking) on.onStopChecking()
    else on.onLeave()
  }
  useCommands(() => [
    {
      id: 'import.choose',
      scope: 'screen',
      keys: [chooseKey],
      words: ({ t }) => t('importing.choose'),
      refusal: ({ t }) => (runs ? t('importing.runs') : null),
      run: on.onChoose,
    },
    {
      id: 'import.run',
      scope: 'screen',
      keys: [runKey],
      words: ({ t }) => t('importing.run'),
      refusal: ({ t }) => (canRun ? null : t('importing.notYet')),
      run: () => canRun && on.onRun(),
    },
    {
      id: 'import.stop',
      scope: 'screen',
      keys: [stopKey],
      words: ({ t }) => t(runs || state.checking ? 'importing.stop' : 'importing.back'),
      run: stopOrLeave,
    },
  ])
}

/** Takes a file that was given outside of the import's screen. */
export function useGivenFile(given: Store<File | null>, onFile: (file: File) => Promise<void>): void {
  const file = useStore(given)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another file is another one
  useEffect(() => {
    if (!file) return
    given.set(null)
    void onFile(file)
  }, [file])
}
