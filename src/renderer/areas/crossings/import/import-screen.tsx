import { useEffect, useRef, useState } from 'react'
import { useCommands } from '../../../lib/commands.ts'
import { keystrokeText } from '../../../lib/keystrokes.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords } from '../../../lib/use-words.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { AskedWords } from './asked-words.tsx'
import { useBookWords } from './book-words.ts'
import { CheckNumbers } from './check-numbers.tsx'
import { ChooseFile } from './choose-file.tsx'
import { FileLayoutLine } from './file-layout.tsx'
import { closeFile, openFile, runImport, stopChecking, stopImport } from './import-actions.ts'
import { chooseKey, runKey, stopKey } from './import-keys.ts'
import { fileToImport, importShown } from './import-shown.ts'
import { canImport, type ImportState, importState } from './import-state.ts'
import { ImportStep } from './import-step.tsx'
import { RefusalsExport } from './refusals-export.tsx'
import { RowFacts } from './row-facts.tsx'
import { RowFilters } from './row-filters.tsx'
import type { ShownRow } from './rows-shown.ts'
import { RowsTable } from './rows-table.tsx'
import { SaveMapping } from './save-mapping.tsx'
import { useImportFocus } from './use-import-focus.ts'
import type { RowFilter } from './use-preview-rows.ts'
import { WholeFile } from './whole-file.tsx'
import './import.css'
import './import-panel.css'

/**
 * The import of counts on one screen: the file's rows with what each column is used for, beside them what is asked and
 * what would change, and one key that writes it. What was begun goes on while another screen is shown.
 */
export default function ImportScreen() {
  const { t } = useWords()
  const state = useStore(importState)
  const picker = useRef<HTMLInputElement>(null)
  const choose = () => picker.current?.click()
  const working = state.run?.state === 'running'
  useGivenFile()
  useImportCommands(state, choose)
  useEffect(() => forgetWhatIsDone, [])

  return (
    <>
      <header className="top wide import-top">
        <b>{t('importing.title')}</b>
        {state.guess && <span className="file">{state.file?.name}</span>}
        <span className="spring" />
        {state.guess && !working && (
          <button type="button" className="quiet" onClick={choose}>
            {t('importing.chooseOther')} <KeyHint>{keystrokeText(chooseKey)}</KeyHint>
          </button>
        )}
        <button type="button" className="quiet" onClick={leave}>
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
            if (file) void openFile(file).finally(() => (target.value = ''))
          }}
        />
      </header>
      {state.guess ? (
        <OpenFile state={state} />
      ) : (
        <main className="main wide">
          <ChooseFile state={state} onChoose={choose} />
        </main>
      )}
    </>
  )
}

function OpenFile({ state }: { state: ImportState }) {
  const { t } = useWords()
  const book = useBookWords()
  const [filter, setFilter] = useState<RowFilter>('all')
  const [active, setActive] = useState<{ place: number; row: ShownRow | null }>({ place: 0, row: null })
  const place = useImportFocus(state)
  const shownFilter = state.checked ? filter : 'all'
  const settled = state.run?.state === 'running' || state.run?.state === 'done'
  return (
    <div className="import-file" ref={place}>
      <main className="main import-main">
        <FileLayoutLine state={state} />
        <div className="import-filters">
          <RowFilters state={state} filter={shownFilter} onFilter={setFilter} />
          <RefusalsExport state={state} />
        </div>
        <RowsTable
          state={state}
          book={book}
          filter={shownFilter}
          active={active.place}
          onActive={(at, row) => setActive({ place: at, row })}
        />
      </main>
      <aside className="side import-side" aria-label={t('importing.label')}>
        {!settled && <WholeFile state={state} book={book} />}
        {!settled && <AskedWords state={state} book={book} />}
        <RowFacts row={active.row} book={book} />
        {state.checked && !settled && <CheckNumbers preview={state.checked.preview} />}
        <SaveMapping state={state} />
        <ImportStep state={state} />
      </aside>
    </div>
  )
}

/** Back to the table of counts; a running import goes on, and what was begun is here when one comes back. */
function leave(): void {
  importShown.set(false)
}

/** After the way back to the table, the next import begins with the choice of its file. */
function forgetWhatIsDone(): void {
  if (!importShown.get() && importState.get().run?.state === 'done') closeFile()
}

/** Takes a file that was dropped anywhere on the window. */
function useGivenFile(): void {
  const given = useStore(fileToImport)
  useEffect(() => {
    if (!given) return
    fileToImport.set(null)
    void openFile(given)
  }, [given])
}

function useImportCommands(state: ImportState, choose: () => void): void {
  useCommands(() => [
    {
      id: 'import.choose',
      scope: 'screen',
      keys: [chooseKey],
      words: ({ t }) => t('importing.choose'),
      refusal: ({ t }) => (state.run?.state === 'running' ? t('importing.runs') : null),
      run: choose,
    },
    {
      id: 'import.run',
      scope: 'screen',
      keys: [runKey],
      words: ({ t }) => t('importing.run'),
      refusal: ({ t }) => (canImport(state) ? null : t('importing.notYet')),
      run: () => canImport(state) && void runImport(),
    },
    {
      id: 'import.stop',
      scope: 'screen',
      keys: [stopKey],
      words: ({ t }) => t(isWorking(state) ? 'importing.stop' : 'importing.back'),
      run: () => stopOrLeave(state),
    },
  ])
}

const isWorking = ({ checking, run }: ImportState) => checking !== null || run?.state === 'running'

function stopOrLeave(state: ImportState): void {
  if (state.run?.state === 'running') stopImport()
  else if (state.checking) stopChecking()
  else leave()
}
