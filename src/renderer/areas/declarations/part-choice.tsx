import { useCommands } from '../../lib/commands.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { Segments } from '../../ui/segments.tsx'
import { expectedShown } from './shown-declaration.ts'
import { tableShown } from './table/table-choice.ts'

const parts = ['declarations', 'items', 'expected'] as const
type Part = (typeof parts)[number]

const nextKey = 'Alt+KeyT'

function show(part: Part): void {
  expectedShown.set(part === 'expected')
  if (part !== 'expected') tableShown.set(part)
}

/** The parts of the screen side by side, which one key goes through. */
export function PartChoice() {
  const { t } = useWords()
  const of = useStore(tableShown)
  const part: Part = useStore(expectedShown) ? 'expected' : of
  useCommands(() => [
    {
      id: 'declarations.next-part',
      scope: 'screen',
      keys: [nextKey],
      words: (words) => words.t('declarations.otherTable'),
      run: () => show(parts[(parts.indexOf(part) + 1) % parts.length] ?? 'declarations'),
    },
  ])
  return (
    <Segments
      label={t('declarations.table')}
      value={part}
      choices={[
        { value: 'declarations', label: t('declarations.whole') },
        { value: 'items', label: t('declarations.items') },
        { value: 'expected', label: t('declarations.expected.title') },
      ]}
      onChoose={show}
    />
  )
}
