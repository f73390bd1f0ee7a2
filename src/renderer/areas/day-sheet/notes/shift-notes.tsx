import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ShiftNote } from '../../../../shared/contract/notes.ts'
import type { SheetPlace } from '../../../lib/places.ts'
import { useStore } from '../../../lib/store.ts'
import { usePageHide } from '../../../lib/use-page-hide.ts'
import { useWords } from '../../../lib/use-words.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import type { ShownSheet } from '../sheet-source.ts'
import { sheetSource } from '../sheet-state.ts'
import { keepChange, noteChanges, takeOrphans } from './note-changes.ts'
import {
  noteDrafts,
  placeKey,
  rescueDraft,
  sendDraft,
  sendDrafts,
  sendTyped,
  sentNotes,
  typeDraft,
} from './note-drafts.ts'
import { NoteField } from './note-field.tsx'
import { NoteKeys } from './note-keys.tsx'
import { NoteList } from './note-list.tsx'
import { intoNotes, intoSheet } from './notes-focus.ts'
import './notes.css'

/** What the shift tells the next one, and the open items that it took over; all by keys, below the sheet. */
export function ShiftNotes({ place, notes }: Pick<ShownSheet, 'place' | 'notes'>) {
  const { t } = useWords()
  const draft = useStore(noteDrafts).get(placeKey(place)) ?? null
  const sent = useStore(sentNotes).filter((each) => placeKey(each.place) === placeKey(place))
  useReadingBack()
  const section = useRef<HTMLElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)

  const focusList = () =>
    [...(section.current?.querySelectorAll<HTMLElement>('[role=option]') ?? [])].at(-1)?.focus()
  const focusField = () => {
    if (!field.current) return focusList()
    field.current.focus()
    section.current?.scrollIntoView({ block: 'nearest' })
  }
  // The key that leads here may come with the first picture of the sheet.
  useLayoutEffect(() => {
    intoNotes.set(focusField)
    return () => intoNotes.set(null)
  })

  const all = [...notes.carried, ...notes.own]
  useSendingBefore(place, all)
  useRescue(place, all, focusField)
  const isEmpty = all.length + sent.length === 0
  return (
    <section className="shift-notes" aria-label={t('notes.label')} ref={section}>
      <h2>
        {t('notes.label')} <KeyHint>{t('keys.notes')}</KeyHint>
      </h2>
      {!isEmpty && (
        <NoteList
          notes={all}
          sent={sent}
          place={place}
          editable={notes.editable}
          label={t('notes.label')}
          onBelow={focusField}
        />
      )}
      {!notes.editable && isEmpty && <p className="faint">{t('notes.none')}</p>}
      {notes.editable && (
        <div className="keyed">
          <NoteField
            label={t('notes.add')}
            text={draft?.text ?? ''}
            refusal={draft?.refusal ?? null}
            hint={draft?.rescued ? t('notes.removed') : null}
            field={field}
            onType={(text) => typeDraft(place, text)}
            onEnter={(openItem) => sendDraft(place, openItem)}
            onEscape={() => intoSheet.get()?.()}
            onLeave={() => sendTyped(place)}
            onUp={focusList}
          />
          <NoteKeys
            keys={[
              { key: t('keys.enter'), does: t('notes.keys.add'), run: () => sendDraft(place, false) },
              {
                key: t('keys.pasteRest'),
                does: t('notes.keys.addOpen'),
                run: () => sendDraft(place, true),
              },
              { key: t('keys.shiftEnter'), does: t('notes.keys.newLine') },
              ...(isEmpty ? [] : [{ key: t('keys.up'), does: t('notes.keys.list') }]),
              { key: t('keys.escape'), does: t('notes.keys.leave') },
            ]}
          />
        </div>
      )}
    </section>
  )
}

/** Reads the sheet again after each note that is saved: a reading that began before may not have it. */
function useReadingBack(): void {
  const changes = useStore(noteChanges)
  const sent = useStore(sentNotes)
  useEffect(() => {
    if ([...changes.values(), ...sent].some(({ phase }) => phase === 'saved')) sheetSource.reload()
  }, [changes, sent])
}

/** What is typed over a note that somebody removes stays, as a new note, and keeps the cursor. */
function useRescue(place: SheetPlace, notes: readonly ShiftNote[], focusField: () => void): void {
  const changes = useStore(noteChanges)
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each reading of notes, and each answer to a change
  useLayoutEffect(() => {
    const texts = takeOrphans(place, new Set(notes.map(({ id }) => id)))
    if (texts.length === 0) return
    rescueDraft(place, texts)
    if (document.activeElement === document.body) focusField()
  }, [notes, changes])
}

/** What is typed of a note is sent before another sheet or screen takes its place, and when the window goes away. */
function useSendingBefore(place: SheetPlace, notes: readonly ShiftNote[]): void {
  const key = placeKey(place)
  const latest = useRef(place)
  const shown = useRef(notes)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the place
  useEffect(() => {
    latest.current = place
    return () => {
      sendTyped(latest.current)
      for (const note of shown.current) keepChange(note)
    }
  }, [key])
  // Behind the effect that keeps the notes of the sheet that goes.
  useEffect(() => {
    shown.current = notes
  })
  usePageHide(() => {
    sendDrafts()
    for (const note of notes) keepChange(note)
  })
}
