import type { DeskState } from '../../../shared/contract/desk.ts'
import { useWords } from '../../lib/use-words.ts'
import { fileOf, type StartChoice } from './start-choice.ts'

interface PlaceStepProps {
  desk: DeskState
  choice: StartChoice
  onChoose(part: Partial<StartChoice>): void
}

/** Where the book is kept; another folder can be typed. */
export function PlaceStep({ desk, choice, onChoose }: PlaceStepProps) {
  const { t } = useWords()
  return (
    <>
      <label className="folder">
        {t('start.folder')}
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={choice.folder}
          onChange={(event) => onChoose({ folder: event.target.value })}
        />
      </label>
      <dl className="facts">
        <dt>{t('start.file')}</dt>
        <dd>{fileOf(choice, desk)}</dd>
      </dl>
      <p className="faint">{t('start.placeHint')}</p>
    </>
  )
}
