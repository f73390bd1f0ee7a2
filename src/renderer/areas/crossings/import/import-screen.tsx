import { useEffect, useState } from 'react'
import { mappingFits } from '../../../../shared/import/column-uses.ts'
import { call } from '../../../lib/client.ts'
import { save } from '../../../lib/saving.ts'
import { useStore } from '../../../lib/store.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { ChooseFile } from '../../../ui/import/choose-file.tsx'
import { FileLayoutLine } from '../../../ui/import/file-layout.tsx'
import { ImportTop, useGivenFile, useImportCommands } from '../../../ui/import/import-top.tsx'
import { RefusalsExport } from '../../../ui/import/refusals-export.tsx'
import { SaveMapping } from '../../../ui/import/save-mapping.tsx'
import { useImportFocus } from '../../../ui/import/use-import-focus.ts'
import { AskedWords } from './asked-words.tsx'
import { useBookWords } from './book-words.ts'
import { CheckNumbers } from './check-numbers.tsx'
import {
  changeImport,
  changeLayout,
  closeFile,
  openFile,
  readBy,
  runImport,
  stopChecking,
  stopImport,
} from './import-actions.ts'
import { fileToImport, importShown } from './import-shown.ts'
import { canImport, type ImportState, importState, layoutOf, mappingNow } from './import-state.ts'
import { ImportStep } from './import-step.tsx'
import { readRefusals } from './refusal-list.ts'
import { RowFacts } from './row-facts.tsx'
import { RowFilters } from './row-filters.tsx'
import type { ShownRow } from './rows-shown.ts'
import { RowsTable } from './rows-table.tsx'
import type { RowFilter } from './use-preview-rows.ts'
import { WholeFile } from './whole-file.tsx'
import '../../../ui/import/import.css'
import '../../../ui/import/import-panel.css'

/**
 * The import of counts on one screen: the file's rows with what each column is used for, beside them what is asked and
 * what would change, and one key that writes it. What was begun goes on while another screen is shown.
 */
export default function ImportScreen() {
  const { t } = useWords()
  const state = useStore(importState)
  const { output: saved } = useQuery('listMappings', {})
  const [chooser] = useState(() => ({ choose: () => {} }))
  useGivenFile(fileToImport, openFile)
  useImportCommands({
    state,
    canRun: canImport(state),
    onChoose: () => chooser.choose(),
    onRun: () => void runImport(),
    onStopChecking: stopChecking,
    onStopImport: stopImport,
    onLeave: leave,
  })
  useEffect(() => forgetWhatIsDone, [])

  return (
    <>
      <ImportTop
        title={t('importing.title')}
        state={state}
        onFile={openFile}
        onLeave={leave}
        chooser={chooser}
      />
      {state.guess ? (
        <OpenFile state={state} />
      ) : (
        <main className="main wide">
          <ChooseFile
            title={t('importing.title')}
            lead={t('importing.lead')}
            file={state.file}
            failure={state.failure}
            onChoose={() => chooser.choose()}
            saved={(saved ?? []).map(({ name }) => name)}
            onRemove={(name) => void save(() => call('removeMapping', { name }))}
          />
        </main>
      )}
    </>
  )
}

function OpenFile({ state }: { state: ImportState }) {
  const { t, error } = useWords()
  const book = useBookWords()
  const [filter, setFilter] = useState<RowFilter>('all')
  const [active, setActive] = useState<{ place: number; row: ShownRow | null }>({ place: 0, row: null })
  const { output: saved } = useQuery('listMappings', {})
  const { guess, reading, run } = state
  const place = useImportFocus(state, state)
  const shownFilter = state.checked ? filter : 'all'
  const settled = state.run?.state === 'running' || state.run?.state === 'done'
  return (
    <div className="import-file" ref={place}>
      <main className="main import-main">
        {guess && (
          <FileLayoutLine
            guess={guess}
            layout={layoutOf(reading)}
            disabled={run?.state === 'running'}
            fitting={(saved ?? [])
              .filter(({ mapping }) => mappingFits(mapping, guess.headings))
              .map(({ name }) => name)}
            onReadBy={(name) => {
              const chosen = saved?.find((each) => each.name === name)
              if (chosen) void readBy(chosen)
            }}
            onLayout={(part) => void changeLayout(part)}
          />
        )}
        <div className="import-filters">
          <RowFilters state={state} filter={shownFilter} onFilter={setFilter} />
          {state.checked && state.file && state.checked.preview.refusedCells > 0 && (
            <RefusalsExport
              file={state.file.name}
              read={() => readRefusals(state.checked?.job ?? '', guess?.headings ?? [], error)}
            />
          )}
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
        <KeepMapping state={state} />
        <ImportStep state={state} />
      </aside>
    </div>
  )
}

function KeepMapping({ state }: { state: ImportState }) {
  const { guess } = state
  const { mapping } = mappingNow(state)
  if (!guess || !mapping) return null
  return (
    <SaveMapping
      saved={guess.saved}
      onKeep={async (name) => {
        const answer = await save(() => call('saveMapping', { name, mapping }))
        if (answer.ok) changeImport({ guess: { ...guess, saved: name } })
        return answer
      }}
    />
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
