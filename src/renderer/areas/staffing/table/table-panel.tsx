import { keyLine } from '../../../lib/commands.ts'
import { useWords } from '../../../lib/use-words.ts'
import { KeyList } from '../../../ui/key-list.tsx'
import { shownCommands } from '../staffing-commands.ts'
import { tableKeys } from './table-keys.ts'

/** The keys of the table, beside it. */
export function TablePanel() {
  const words = useWords()
  const { t } = words
  return (
    <aside className="side" aria-label={t('openings.panel')}>
      <section>
        <h2>{t('openings.howTo')}</h2>
        <p>{t('openings.examples')}</p>
      </section>
      <KeyList
        title={t('panel.keys')}
        keys={[...tableKeys, ...shownCommands].map((command) => keyLine(command, words))}
      />
    </aside>
  )
}
