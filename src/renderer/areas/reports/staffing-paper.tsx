import { useMemo } from 'react'
import type { CrossingsReport } from '../../../shared/contract/reports.ts'
import type { StaffingSections } from '../../../shared/contract/staffing-section.ts'
import { reportPage } from '../../../shared/report/report-page.ts'
import { staffingTablePage } from '../../../shared/report/staffing-table.ts'
import { useWords } from '../../lib/use-words.ts'
import { PlainTable } from './plain-table.tsx'
import { usePaperFoot } from './use-paper-foot.ts'

/** The staffing table of a period as it is printed: by channel, kind, date and hour, checkpoint by checkpoint. */
export function StaffingPaper({ report, staffing }: { report: CrossingsReport; staffing: StaffingSections }) {
  const { language } = useWords()
  const page = useMemo(
    () => staffingTablePage(report, reportPage(report, staffing, language), staffing, language),
    [report, staffing, language],
  )
  usePaperFoot(page)
  return (
    <article className="paper staffing-table" aria-label={`${page.title}, ${page.place}, ${page.period}`}>
      <header>
        <h1>{page.title}</h1>
        <p className="paper-period">
          <b>{page.period}</b> {page.place}
        </p>
        {page.sample !== null && <p className="paper-sample">{page.sample}</p>}
      </header>
      {page.none !== null && <p className="none">{page.none}</p>}
      {page.parts.map(({ code, place, inUse, tables, gap, said, notes }) => (
        <section key={code} aria-label={place}>
          <h2 className="place">
            {place} <small>{inUse}</small>
          </h2>
          {gap !== null && <p className="lack">{gap}</p>}
          {said !== null && <p>{said}</p>}
          {tables.map((table) => (
            <section key={table.label} aria-label={`${place}, ${table.label}`}>
              <h2>{table.label}</h2>
              <PlainTable table={table} />
            </section>
          ))}
          {notes.map((note) => (
            <p key={note} className="basis">
              {note}
            </p>
          ))}
        </section>
      ))}
      <footer>
        {page.foot.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </footer>
    </article>
  )
}
