import { type KeyboardEvent, type SubmitEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { DeskState } from '../../../shared/contract/desk.ts'
import type { ErrorReport } from '../../../shared/errors.ts'
import { languageNames } from '../../../shared/languages/names.ts'
import { call } from '../../lib/client.ts'
import { useWords } from '../../lib/use-words.ts'
import { isComposing } from '../../ui/grid/grid-keys.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { FiguresStep } from './figures-step.tsx'
import { LanguageStep } from './language-step.tsx'
import { PlaceStep } from './place-step.tsx'
import { PortStep } from './port-step.tsx'
import { fileOf, nameOfPort, type StartChoice, type Step, sampleOf, stepsOf } from './start-choice.ts'
import { StepList } from './step-list.tsx'

interface FirstStartProps {
  desk: DeskState
  onStarted(): void
  /** Back to what was shown before, if there was anything. */
  onLeave?: () => void
}

/** No book yet: a language, a port, an empty book or a sample, and where it is kept. Enter goes on, Esc back. */
export function FirstStart({ desk, onStarted, onLeave }: FirstStartProps) {
  const words = useWords()
  const { t, language, error } = words
  const [choice, setChoice] = useState<StartChoice>({
    port: desk.ports[0]?.code ?? null,
    ownPort: null,
    sample: false,
    folder: desk.booksFolder,
  })
  const [step, setStep] = useState<Step>('language')
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<ErrorReport | null>(null)
  const onward = useRef<HTMLButtonElement>(null)
  // A port file was read: Enter goes on, and does not ask for a file again.
  const onPortRead = useEffectEvent(() => {
    if (choice.port === null) onward.current?.focus()
  })
  useEffect(() => {
    if (choice.ownPort) onPortRead()
  }, [choice.ownPort])
  const steps = stepsOf(choice)
  const at = steps.indexOf(step)
  const there = failure?.code === 'book-exists' ? String(failure.details.path) : null

  function choose(part: Partial<StartChoice>): void {
    setFailure(null)
    // What a file's reading tells comes later: it changes its own part of what is chosen by then.
    setChoice((now) => ({ ...now, ...part }))
  }

  function goTo(next: Step | undefined): void {
    if (!next || working) return
    setFailure(null)
    setStep(next)
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (working) return
    if (step !== 'place') return goTo(steps[at + 1])
    setWorking(true)
    setFailure(null)
    const port = choice.port ?? { file: choice.ownPort?.path ?? '' }
    const { folder } = choice
    const sample = sampleOf(choice, desk) !== null && choice.sample
    const asked =
      there === null ? call('startBook', { port, sample, folder }) : call('openBook', { path: there })
    const answer = await asked.catch(() => ({
      ok: false as const,
      error: { code: 'host-gone' as const, details: {} },
    }))
    if (answer.ok) return onStarted()
    setFailure(answer.error)
    setWorking(false)
  }

  const goBack = at > 0 ? () => goTo(steps[at - 1]) : onLeave
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return
    event.preventDefault()
    if (!working) goBack?.()
  }

  const chosen: Record<Step, string> = {
    language: languageNames[language],
    port: nameOfPort(choice, desk, words.name),
    figures: t(choice.sample ? 'start.chosenSample' : 'start.chosenEmpty'),
    place: fileOf(choice, desk),
  }
  const isReady = step !== 'port' || choice.port !== null || choice.ownPort !== null
  return (
    <main className="alone">
      <form className="first-start" onSubmit={submit} onKeyDown={onKeyDown}>
        <header>
          <h1>{t('start.title')}</h1>
          <p>{t('start.lead')}</p>
        </header>
        <StepList steps={steps} now={step} chosen={chosen} />
        <div className="step" key={step}>
          <h2>{t(`start.steps.${step}`)}</h2>
          {step === 'language' && <LanguageStep />}
          {step === 'port' && (
            <PortStep desk={desk} choice={choice} onChoose={choose} onFailure={setFailure} />
          )}
          {step === 'figures' && <FiguresStep desk={desk} choice={choice} onChoose={choose} />}
          {step === 'place' && <PlaceStep desk={desk} choice={choice} onChoose={choose} />}
          {failure && (
            <p className="bad" role="alert">
              {error(failure)}
            </p>
          )}
          <div className="ways">
            <button
              ref={onward}
              type="submit"
              className="primary"
              // biome-ignore lint/a11y/noAutofocus: the last step has nothing else that must be answered
              autoFocus={step === 'place'}
              disabled={working || !isReady}
            >
              {t(wayOn(step, working, there !== null))} <KeyHint>{t('keys.enter')}</KeyHint>
            </button>
            {goBack && (
              <button type="button" className="quiet" disabled={working} onClick={goBack}>
                {t('start.back')} <KeyHint>{t('keys.escape')}</KeyHint>
              </button>
            )}
          </div>
        </div>
      </form>
    </main>
  )
}

function wayOn(step: Step, working: boolean, isThere: boolean) {
  if (step !== 'place') return 'start.next'
  if (working) return 'start.starting'
  return isThere ? 'start.openThere' : 'start.start'
}
