import { useMemo } from 'react'
import type { ShiftPlan } from '../../../shared/contract/staffing-section.ts'
import { planPage } from '../../../shared/report/plan-page.ts'
import { useWords } from '../../lib/use-words.ts'
import { PlainTable } from './plain-table.tsx'

/** The plan of a shift as it is printed to hang up: who opens what, who is expected, and what is needed. */
export function PlanPaper({ plan }: { plan: ShiftPlan }) {
  const { t, language } = useWords()
  const page = useMemo(() => planPage(plan, language), [plan, language])
  return (
    <article className="paper plan" aria-label={`${page.title}, ${page.place}, ${page.period}`}>
      <header>
        <h1>{page.title}</h1>
        <p className="paper-period">
          <b>{page.period}</b> {page.place}
        </p>
        {page.sample !== null && <p className="paper-sample">{page.sample}</p>}
      </header>
      <section className="plan-channels" aria-label={t('staffingReport.plan.channels')}>
        <h2>{t('staffingReport.plan.channels')}</h2>
        {page.channels === null ? <p className="none">{page.none}</p> : <PlainTable table={page.channels} />}
      </section>
      {page.gap !== null && <p className="lack">{page.gap}</p>}
      {page.enough !== null && <p>{page.enough}</p>}
      <section aria-label={t('staffingReport.plan.expected')}>
        <h2>{t('staffingReport.plan.expected')}</h2>
        {page.expected !== null && <PlainTable table={page.expected} />}
        <p className="basis">{page.expectedSaid}</p>
      </section>
      {page.needs !== null && (
        <section aria-label={t('staffingReport.plan.needs')}>
          <h2>{t('staffingReport.plan.needs')}</h2>
          <p className="basis">{page.needsSaid}</p>
          <PlainTable table={page.needs} />
        </section>
      )}
    </article>
  )
}
