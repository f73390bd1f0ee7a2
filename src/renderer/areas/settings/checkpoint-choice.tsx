import type { CheckpointSetting, Settings } from '../../../shared/contract/settings.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { namesOn } from './dated-names.ts'
import type { SectionProps } from './section-props.ts'
import { choose, settingsChoice } from './settings-choice.ts'

/** The checkpoint whose sheet, shifts or calendar are shown: the chosen one, or the port's first. */
export function useChosenCheckpoint(settings: Settings): CheckpointSetting | null {
  const { checkpoint } = useStore(settingsChoice)
  return (
    settings.checkpoints.find((each) => each.checkpoint === checkpoint) ?? settings.checkpoints[0] ?? null
  )
}

/** Chooses the checkpoint whose sheet, shifts or calendar are set. */
export function CheckpointChoice({ settings, today }: SectionProps) {
  const { t, name } = useWords()
  const chosen = useChosenCheckpoint(settings)
  return (
    <ChoiceList
      className="checkpoint-choice"
      label={t('sheet.checkpoint')}
      value={chosen?.checkpoint ?? null}
      choices={settings.checkpoints.map((each) => ({
        value: each.checkpoint,
        label: name(namesOn(each.names, today)),
      }))}
      onChoose={(checkpoint) => choose({ checkpoint })}
    />
  )
}
