import { useWords } from '../../lib/use-words.ts'
import type { Step } from './start-choice.ts'

interface StepListProps {
  steps: readonly Step[]
  now: Step
  chosen: Record<Step, string>
}

/** The steps of the first start: where one is, and what was chosen before. */
export function StepList({ steps, now, chosen }: StepListProps) {
  const { t } = useWords()
  return (
    <ol className="steps" aria-label={t('start.stepsLabel')}>
      {steps.map((step, at) => (
        <li key={step} aria-current={step === now ? 'step' : undefined}>
          <b>{t(`start.steps.${step}`)}</b>
          {at < steps.indexOf(now) && <span>{chosen[step]}</span>}
        </li>
      ))}
    </ol>
  )
}
