import type { ErrorReport } from '../../../shared/errors.ts'
import { useWords } from '../../lib/use-words.ts'
import { SectionHead } from './section-head.tsx'
import type { PortSection } from './section-names.ts'

/** A section whose settings are still being read, or why they cannot be. */
export function SectionLoading({ section, problem }: { section: PortSection; problem: ErrorReport | null }) {
  const { t, error } = useWords()
  return (
    <>
      <SectionHead section={section} />
      <main className="main" aria-busy={!problem}>
        <p className={problem ? 'bad' : 'faint'} role={problem ? 'alert' : undefined}>
          {problem ? error(problem) : t('settings.loading')}
        </p>
      </main>
    </>
  )
}
