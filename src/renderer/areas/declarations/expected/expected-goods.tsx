import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Answer } from '../../../../shared/errors.ts'
import { call } from '../../../lib/client.ts'
import { type Command, useCommands } from '../../../lib/commands.ts'
import { keystrokeText } from '../../../lib/keystrokes.ts'
import { createStore, useStore } from '../../../lib/store.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { CommandButtons } from '../../../ui/command-buttons.tsx'
import { focusFirstField } from '../../../ui/form/edit-form.tsx'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { focusRecord, RecordTable } from '../../../ui/record-table.tsx'
import { PartChoice } from '../part-choice.tsx'
import { ExpectedForm } from './expected-form.tsx'
import { stateWords, tonnesWords, windowWords } from './expected-words.ts'
import './expected-goods.css'

const newKey = 'Alt+KeyN'
const openKey = 'Alt+KeyO'
const unmatchKey = 'Alt+KeyU'

const cameShown = createStore(false)

/** Goods announced for some days, late ones first; what they came with is one key away. */
export function ExpectedGoods({ onOpen }: { onOpen(declaration: string): void }) {
  const words = useWords()
  const { t, name, error } = words
  const came = useStore(cameShown)
  const { output: port } = useQuery('describePort', {}, 'port')
  const today = port?.today ?? null
  const { output: rows, error: problem } = useQuery(
    'readExpectedGoods',
    today === null ? null : { date: today, came },
  )
  const { output: trade } = useQuery('readTradeSettings', {}, 'port')
  const [chosen, setChosen] = useState<string | null>(null)
  const [isAdding, setIsAdding] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const panel = useRef<HTMLElement>(null)
  const row = rows?.find(({ id }) => id === chosen) ?? rows?.[0] ?? null
  const matched = row?.matched?.declaration ?? null

  const hasRows = rows !== null
  // The cursor begins in the rows, and is never lost with one.
  useEffect(() => {
    if (rows !== null && !isAdding && document.activeElement === document.body) focusRecord(table.current)
  }, [rows, isAdding])
  async function take(asked: Promise<Answer<unknown>>): Promise<void> {
    const answer = await asked.catch(() => null)
    setRefusal(answer && !answer.ok ? error(answer.error) : null)
    focusRecord(table.current)
  }
  const remove = () => row && void take(call('removeExpectedGoods', { id: row.id }))
  const command = (id: string, key: string, label: string, run: () => void): Command => ({
    id: `declarations.expected.${id}`,
    scope: 'screen',
    // Delete belongs to the text that is being typed, and acts on the rows only there.
    ...(key === 'Delete' ? { keyText: () => keystrokeText(key) } : { keys: [key] }),
    words: () => label,
    run,
  })
  const commands = [
    command('add', newKey, t('declarations.expected.add'), () => setIsAdding(true)),
    ...(row ? [command('remove', 'Delete', t('declarations.expected.remove'), () => void remove())] : []),
    ...(row && matched
      ? [
          command('open', openKey, t('declarations.open'), () => onOpen(matched)),
          command(
            'unmatch',
            unmatchKey,
            t('declarations.expected.unmatch'),
            () => void take(call('matchExpectedGoods', { id: row.id, declaration: null })),
          ),
        ]
      : []),
  ]
  useCommands(() => commands)

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Delete' || event.ctrlKey || event.altKey || event.metaKey || !row) return
    event.preventDefault()
    remove()
  }

  function done(id: string | null): void {
    if (id !== null) setChosen(id)
    setIsAdding(false)
    focusRecord(table.current)
  }

  return (
    <>
      <header className="top table-filter">
        <PartChoice />
        <label className="with-came">
          <input type="checkbox" checked={came} onChange={(event) => cameShown.set(event.target.checked)} />
          {t('declarations.expected.withCame')}
        </label>
        <span className="spring" />
        <button type="button" className="plain" onClick={() => setIsAdding(true)}>
          {t('declarations.expected.add')} <KeyHint>{keystrokeText(newKey)}</KeyHint>
        </button>
      </header>
      <main className="main expected-goods">
        {problem && (
          <p className="bad" role="alert">
            {error(problem)}
          </p>
        )}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of its rows */}
        <div onKeyDown={onKeyDown} aria-busy={!hasRows}>
          <RecordTable
            ref={table}
            label={t('declarations.expected.title')}
            rows={rows ?? []}
            idOf={({ id }) => id}
            isFaint={({ state }) => state === 'came'}
            active={row?.id ?? null}
            onActive={(id) => {
              setChosen(id)
              setIsAdding(false)
            }}
            onEdit={() => focusFirstField(panel.current)}
            empty={t(hasRows ? 'declarations.expected.empty' : 'settings.loading')}
            columns={[
              {
                id: 'state',
                label: t('declarations.columns.state'),
                cell: (each) => <b data-state={each.state}>{stateWords(words, each)}</b>,
              },
              { id: 'goods', label: t('declarations.columns.goods'), cell: (each) => <b>{each.goods}</b> },
              {
                id: 'weight',
                label: t('declarations.expected.weight'),
                cell: (each) => tonnesWords(words, each.weightGrams),
              },
              {
                id: 'window',
                label: t('declarations.expected.window'),
                cell: (each) => windowWords(words, each),
              },
              {
                id: 'direction',
                label: t('declarations.columns.direction'),
                cell: (each) => t(`trade.directions.${each.direction}`),
              },
              {
                id: 'group',
                label: t('declarations.expected.group'),
                cell: (each) =>
                  name(
                    trade?.groups
                      .find(({ commodityGroup }) => commodityGroup === each.commodityGroup)
                      ?.names.at(-1)?.names ?? {},
                  ),
              },
              { id: 'note', label: t('declarations.expected.note'), cell: (each) => each.note },
            ]}
          />
        </div>
      </main>
      <aside ref={panel} className="side expected-panel" aria-label={t('settings.panel')}>
        {today !== null && (isAdding || row) && (
          <ExpectedForm
            key={isAdding ? 'new' : row?.id}
            row={isAdding ? null : row}
            today={today}
            onDone={done}
          />
        )}
        {refusal && (
          <p className="bad" role="alert">
            {refusal}
          </p>
        )}
        {!isAdding && <CommandButtons commands={commands} />}
        <p className="faint">{t('declarations.expected.matchHint')}</p>
      </aside>
    </>
  )
}
