import { useCommands } from '../../lib/commands.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../../ui/key-hint.tsx'

/** Prints the plan that is shown. */
export function PlanOutputs() {
  const { t } = useWords()
  useCommands(() => [
    {
      id: 'report.print',
      scope: 'screen',
      keys: ['Ctrl+KeyP'],
      words: (words) => words.t('report.print'),
      run: () => window.print(),
    },
  ])
  return (
    <div className="report-outputs">
      <button type="button" onClick={() => window.print()}>
        {t('report.print')} <KeyHint>{t('keys.print')}</KeyHint>
      </button>
    </div>
  )
}
