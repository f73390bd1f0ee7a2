import type { DeskState } from '../../../shared/contract/desk.ts'
import { formatDate } from '../../../shared/format.ts'
import { useWords } from '../../lib/use-words.ts'
import { Segments } from '../../ui/segments.tsx'
import { type StartChoice, sampleOf } from './start-choice.ts'

interface FiguresStepProps {
  desk: DeskState
  choice: StartChoice
  onChoose(part: Partial<StartChoice>): void
}

/** A book to work in, or the port's sample to try things on. */
export function FiguresStep({ desk, choice, onChoose }: FiguresStepProps) {
  const { t, language } = useWords()
  const sample = sampleOf(choice, desk)
  return (
    <>
      <Segments
        autoFocus
        className="upright"
        label={t('start.figures')}
        value={choice.sample && sample ? 'sample' : 'empty'}
        choices={[
          { value: 'empty', label: t('start.empty') },
          ...(sample ? [{ value: 'sample' as const, label: t('start.sample') }] : []),
        ]}
        onChoose={(figures) => onChoose({ sample: figures === 'sample' })}
      />
      {sample && (
        <p className="faint">
          {t('start.sampleHint', {
            from: formatDate(sample.from, language),
            to: formatDate(sample.to, language),
          })}
        </p>
      )}
    </>
  )
}
