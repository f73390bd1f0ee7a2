import { useEffect, useState } from 'react'
import type { DeclarationsPreview, PreviewList } from '../../../../shared/contract/declarations-import.ts'
import { declarationsMappingFits, mappingOfDraft } from '../../../../shared/trade/declarations-draft.ts'
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
import { Segments } from '../../../ui/segments.tsx'
import { AskedWords } from './asked-words.tsx'
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
import { canImport } from './import-obstacle.ts'
import { fileToImport, importShown } from './import-shown.ts'
import { type ImportState, importState, layoutOf } from './import-state.ts'
import { ImportStep } from './import-step.tsx'
import { JudgedList, judgedLists, sizeOf } from './judged-list.tsx'
import { readRefusals } from './read-refusals.ts'
import { SampleRows } from './sample-rows.tsx'
import { WholeFile } from './whole-file.tsx'
import '../../../ui/import/import.css'
import '../../../ui/import/import-panel.css'

/**
 * The import of declarations on one screen: the file's first rows with what each column is used for, what the check found
 * as lists, beside them what is asked and what would change, and one key that writes it.
 */
export default function DeclarationsImport() {
  const { t } = useWords()
  const state = useStore(importState)
  const { output: saved } = useQuery('listDeclarationsMappings', {})
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
        title={t('declarationsImport.title')}
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
            title={t('declarationsImport.title')}
            lead={t('declarationsImport.lead')}
            file={state.file}
            failure={state.failure}
            onChoose={() => chooser.choose()}
            saved={(saved ?? []).map(({ name }) => name)}
            onRemove={(name) => void save(() => call('removeDeclarationsMapping', { name }))}
          />
        </main>
      )}
    </>
  )
}

type Shown = 'file' | PreviewList

function OpenFile({ state }: { state: ImportState }) {
  const { t, error } = useWords()
  const { output: saved } = useQuery('listDeclarationsMappings', {})
  const { guess, draft, run, checked, file } = state
  const [chosen, setChosen] = useState<Shown>('file')
  const place = useImportFocus(state, { asked: state.asked, reading: draft })
  const preview = checked?.preview ?? null
  const shown = preview && chosen !== 'file' && sizeOf(preview, chosen) > 0 ? chosen : 'file'
  const settled = run?.state === 'running' || run?.state === 'done'
  const asksColumn = mappingOfDraft(draft).gaps.some(
    (gap) => gap !== 'checkpoint' && gap !== 'direction' && gap !== 'unit' && gap !== 'invalid',
  )
  return (
    <div className="import-file" ref={place}>
      <main className="main import-main">
        {guess && (
          <FileLayoutLine
            guess={guess}
            layout={layoutOf(draft)}
            disabled={run?.state === 'running'}
            fitting={(saved ?? [])
              .filter(({ mapping }) => declarationsMappingFits(mapping, guess.headings))
              .map(({ name }) => name)}
            onReadBy={(name) => {
              const by = saved?.find((each) => each.name === name)
              if (by) void readBy(by)
            }}
            onLayout={(part) => void changeLayout(part)}
          />
        )}
        <div className="import-filters">
          <ShownChoice preview={preview} shown={shown} rows={guess?.rows.length ?? 0} onShow={setChosen} />
          {checked && file && checked.preview.refusedCells > 0 && (
            <RefusalsExport file={file.name} read={() => readRefusals(checked.job, error)} />
          )}
        </div>
        {shown === 'file' || !checked ? (
          <SampleRows state={state} asks={asksColumn} />
        ) : (
          <JudgedList
            key={`${checked.job} ${shown}`}
            job={checked.job}
            preview={checked.preview}
            list={shown}
          />
        )}
      </main>
      <aside className="side import-side" aria-label={t('importing.label')}>
        {!settled && <WholeFile state={state} />}
        {!settled && <AskedWords state={state} />}
        {preview && !settled && <CheckNumbers preview={preview} />}
        <KeepMapping state={state} />
        <ImportStep state={state} />
      </aside>
    </div>
  )
}

/** The file's first rows, or one of the lists of what the check found, each with its size. */
function ShownChoice({
  preview,
  shown,
  rows,
  onShow,
}: {
  preview: DeclarationsPreview | null
  shown: Shown
  rows: number
  onShow(shown: Shown): void
}) {
  const { t, number } = useWords()
  const file = t('importing.firstRows', { number: number(rows) })
  if (!preview) return <p className="faint">{file}</p>
  const lists = judgedLists.filter((list) => sizeOf(preview, list) > 0)
  return (
    <Segments<Shown>
      label={t('importing.filter')}
      value={shown}
      choices={[
        { value: 'file', label: file },
        ...lists.map((value) => ({
          value,
          label: t(`declarationsImport.lists.${value}`, { number: number(sizeOf(preview, value)) }),
        })),
      ]}
      onChoose={onShow}
    />
  )
}

function KeepMapping({ state: { guess, draft } }: { state: ImportState }) {
  const { mapping } = mappingOfDraft(draft)
  if (!guess || !mapping) return null
  return (
    <SaveMapping
      saved={guess.saved}
      onKeep={async (name) => {
        const answer = await save(() => call('saveDeclarationsMapping', { name, mapping }))
        if (answer.ok) changeImport({ guess: { ...guess, saved: name } })
        return answer
      }}
    />
  )
}

/** Back to the table; a running import goes on, and what was begun is here when one comes back. */
function leave(): void {
  importShown.set(false)
}

/** After the way back to the table, the next import begins with the choice of its file. */
function forgetWhatIsDone(): void {
  if (!importShown.get() && importState.get().run?.state === 'done') closeFile()
}
