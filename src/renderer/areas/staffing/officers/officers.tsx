import { useWords } from '../../../lib/use-words.ts'
import { CoverageTable } from './coverage-table.tsx'
import { DutyHours } from './duty-hours.tsx'
import '../figure-table.css'
import './officers.css'

/** Who is on in the week of a date, and how many hours each worked by month. */
export function Officers({ date, checkpoint }: { date: string; checkpoint: string }) {
  const { t } = useWords()
  return (
    <main className="main wide staffing officers">
      <section>
        <h2>{t('people.coverage')}</h2>
        <CoverageTable date={date} checkpoint={checkpoint} />
      </section>
      <section>
        <h2>{t('people.hours')}</h2>
        <DutyHours date={date} />
      </section>
    </main>
  )
}
