import { keyLine } from '../../lib/commands.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyList } from '../../ui/key-list.tsx'
import type { Mark } from './cell-edits.ts'
import type { MarkAction } from './cell-marks.ts'
import { cellKeys, gridKeys, sheetSteps } from './sheet-commands.ts'

interface PanelKeysProps {
  editable: boolean
  /** What C and N would do. */
  marks: readonly { mark: Mark; action: MarkAction }[]
}

/** The keys that act where the cursor stands. */
export function PanelKeys({ editable, marks }: PanelKeysProps) {
  const words = useWords()
  const { t } = words
  const marking = marks.map(({ mark, action }) => ({
    id: mark,
    key: t(`keys.marks.${mark}`),
    does: t(`panel.marks.${action}`),
  }))
  const acting = [...(editable ? cellKeys : []), ...gridKeys, ...sheetSteps]
  return (
    <KeyList
      title={t('panel.keys')}
      keys={[...marking, ...acting.map((command) => keyLine(command, words))]}
    />
  )
}
