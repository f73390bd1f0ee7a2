import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useCommands } from '../../../lib/commands.ts'
import { parseTypedDate } from '../../../lib/days.ts'
import { keystrokeText } from '../../../lib/keystrokes.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { isComposing } from '../../../ui/grid/grid-keys.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { changeEntry, type Entry, isDraft, saveEntry, takeBackEntry } from './entry-state.ts'
import { answerYes, isQuestion, stepsOf, takeStep } from './entry-steps.ts'
import type { Step } from './step-names.ts'

const stepKeys: Readonly<Record<Step, string>> = {
  register: 'Alt+KeyR',
  letPass: 'Alt+KeyP',
  inspect: 'Alt+KeyI',
  release: 'Alt+KeyL',
  clear: 'Alt+KeyC',
  refuse: 'Alt+KeyX',
  withdraw: 'Alt+KeyW',
  amend: 'Alt+KeyA',
  remove: 'Alt+Shift+KeyX',
}
const saveKey = 'Ctrl+KeyS'
const yesKey = 'F8'
const takeBackKey = 'Alt+KeyZ'

interface StateBarProps {
  entry: Entry
  onLeave(): void
  /** Brings the cursor to the first field that something is said about. */
  onRefused(): void
}

/** Where the declaration stands, and the steps that it can take: each by a key, its date and reason typed in the line below. */
export function StateBar({ entry, onLeave, onRefused }: StateBarProps) {
  const words = useWords()
  const { t, language, error } = words
  const { known, step, refusal, dirty, saved } = entry
  const possible = stepsOf(entry)
  const passes = refusal?.code === 'not-qualified'
  const offered: Step[] = passes ? [...possible, 'letPass'] : possible
  // A draft is saved as one types, unless somebody else changed it meanwhile.
  const isOutdated = refusal?.code === 'declaration-changed-since'
  const canTakeBack = known !== null && (isDraft(entry) ? isOutdated : dirty)
  const asks = refusal !== null && isQuestion(refusal.code)
  const say = async (done: Promise<boolean>): Promise<boolean> => {
    const isDone = await done
    if (!isDone) onRefused()
    return isDone
  }
  const remove = async () => {
    if (await say(takeStep('remove', { date: '', reason: '' }, language))) onLeave()
  }
  const begin = (next: Step): void => {
    if (next === 'remove') void remove()
    else changeEntry({ step: next })
  }
  useCommands(() => [
    ...(isDraft(entry)
      ? [
          {
            id: 'declarations.save',
            scope: 'screen' as const,
            keys: [saveKey],
            words: ({ t }: typeof words) => t('declarations.save'),
            run: () => void say(saveEntry()),
          },
        ]
      : []),
    ...offered.map((each) => ({
      id: `declarations.step.${each}`,
      scope: 'screen' as const,
      keys: each === 'amend' ? [stepKeys.amend, saveKey] : [stepKeys[each]],
      words: ({ t }: typeof words) => t(`declarations.steps.${each}`),
      run: () => begin(each),
    })),
    ...(canTakeBack
      ? [
          {
            id: 'declarations.takeBack',
            scope: 'screen' as const,
            keys: [takeBackKey],
            words: ({ t }: typeof words) => t('settings.does.takeBack'),
            run: () => void takeBackEntry(language),
          },
        ]
      : []),
    ...(asks
      ? [
          {
            id: 'declarations.yes',
            scope: 'screen' as const,
            keys: [yesKey],
            words: ({ t }: typeof words) => t('declarations.yes'),
            run: () => void say(answerYes(language)),
          },
        ]
      : []),
  ])

  return (
    <header className="top entry-bar">
      <button type="button" className="plain" onClick={onLeave}>
        <KeyHint>Esc</KeyHint> {t('app.declarations')}
      </button>
      <h1>
        {known?.record.number ?? t(known ? 'trade.noNumber' : 'declarations.newOne')}{' '}
        <em data-state={known?.state ?? 'draft'}>
          {t(`trade.states.${known?.state ?? 'draft'}`)}
          {known?.amended && `, ${t('trade.events.amended')}`}
        </em>
      </h1>
      <span role="status" className="faint">
        {dirty ? t('declarations.unsaved') : saved ? t('declarations.saved') : ''}
      </span>
      <span className="spring" />
      {isDraft(entry) && (
        <button type="button" className="plain" onClick={() => void say(saveEntry())}>
          {t('declarations.save')} <KeyHint>{keystrokeText(saveKey)}</KeyHint>
        </button>
      )}
      {offered.map((each) => (
        <button key={each} type="button" className="plain" onClick={() => begin(each)}>
          {t(`declarations.steps.${each}`)} <KeyHint>{keystrokeText(stepKeys[each])}</KeyHint>
        </button>
      ))}
      {canTakeBack && (
        <button type="button" className="plain" onClick={() => void takeBackEntry(language)}>
          {t('settings.does.takeBack')} <KeyHint>{keystrokeText(takeBackKey)}</KeyHint>
        </button>
      )}
      {step !== null && (
        <StepLine
          key={step}
          step={step}
          entry={entry}
          onTake={(typed) => void say(takeStep(step, typed, language))}
        />
      )}
      {refusal && (
        <p className={asks ? 'entry-note asks' : 'entry-note bad'} role="alert">
          {error({
            ...refusal,
            details: {
              ...refusal.details,
              field: String(refusal.details.field ?? '').replace(/^record\./, ''),
            },
          })}
          {asks && (
            <button type="button" onClick={() => void say(answerYes(language))}>
              {t('declarations.yes')} <KeyHint>{yesKey}</KeyHint>
            </button>
          )}
        </p>
      )}
    </header>
  )
}

const needsReason: readonly Step[] = ['letPass', 'refuse', 'withdraw', 'amend']

/** Date and reason of a step: Enter takes it, Esc lets it be. */
function StepLine({
  step,
  entry,
  onTake,
}: {
  step: Step
  entry: Entry
  onTake(typed: { date: string; reason: string }): void
}) {
  const { t } = useWords()
  const { output: port } = useQuery('describePort', {}, 'port')
  const usual = step === 'register' || step === 'letPass' ? entry.typed.header.date : (port?.today ?? '')
  const [typedDate, setTypedDate] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const dateField = useRef<HTMLInputElement>(null)
  const reasonField = useRef<HTMLInputElement>(null)
  const date = parseTypedDate(typedDate ?? usual, usual === '' ? '2000-01-01' : usual)
  const back = useRef(document.activeElement)

  const asksReason = needsReason.includes(step)
  const lacksReason = asksReason && reason.trim() === ''
  useEffect(() => {
    const before = back.current
    // The day is most often the usual one; a reason is always to be typed.
    const field = asksReason ? reasonField.current : dateField.current
    field?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [asksReason])
  useEffect(() => {
    if (usual !== '' && !asksReason) dateField.current?.select()
  }, [usual, asksReason])

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Escape') {
      event.preventDefault()
      changeEntry({ step: null })
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (date === null) dateField.current?.focus()
    else if (lacksReason) reasonField.current?.focus()
    else {
      changeEntry({ step: null })
      onTake({ date, reason })
    }
  }

  return (
    <fieldset className="step-line" aria-label={t(`declarations.steps.${step}`)} onKeyDown={onKeyDown}>
      <b>{t(`declarations.steps.${step}`)}</b>
      <input
        ref={dateField}
        type="text"
        aria-label={t('declarations.stepDate')}
        aria-invalid={date === null || undefined}
        value={typedDate ?? usual}
        onChange={(event) => setTypedDate(event.target.value)}
      />
      {step !== 'register' && step !== 'release' && step !== 'clear' && (
        <input
          ref={reasonField}
          type="text"
          className="reason"
          maxLength={500}
          aria-label={t('trade.fields.reason')}
          placeholder={t(asksReason ? 'declarations.reasonNeeded' : 'declarations.reasonMay')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {date === null && typedDate !== null && (
        <span className="bad" role="alert">
          {t('declarations.faults.no-date')}
        </span>
      )}
      <KeyHint>{t('keys.enter')}</KeyHint> {t('declarations.stepDo')}
      <KeyHint>Esc</KeyHint> {t('declarations.stepNot')}
    </fieldset>
  )
}
