import { keyLine } from '../../lib/commands.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyList } from '../../ui/key-list.tsx'
import { cellKeys, gridKeys, sheetSteps } from './sheet-commands.ts'

/** The keys that act where the cursor stands. */
export function PanelKeys({ editable }: { editable: boolean }) {
  const words = useWords()
  const acting = [...(editable ? cellKeys : []), ...gridKeys, ...sheetSteps]
  return <KeyList title={words.t('panel.keys')} keys={acting.map((command) => keyLine(command, words))} />
}
