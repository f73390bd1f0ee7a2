import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../../ui/key-hint.tsx'

const inCell = [
  ['enter', 'keyDown'],
  ['tab', 'keyRight'],
  ['f2', 'keyEdit'],
  ['sum', 'keySum'],
  ['escape', 'keyTakeBack'],
  ['delete', 'keyClear'],
] as const
const onSheet = [
  ['shiftArrows', 'keySelect'],
  ['copyPaste', 'keyBlock'],
  ['pages', 'keyShifts'],
  ['altArrows', 'keyDays'],
  ['undoRedo', 'keyUndo'],
] as const

/** The keys that act where the cursor stands. */
export function PanelKeys({ editable }: { editable: boolean }) {
  const { t } = useWords()
  const keys = editable ? [...inCell, ...onSheet] : onSheet
  return (
    <section className="panel-keys">
      <h3>{t('panel.keys')}</h3>
      <dl>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <KeyHint>{t(`keys.${key}`)}</KeyHint>
            </dt>
            <dd>{t(`panel.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
