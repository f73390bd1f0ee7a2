import type { PageStaffing } from '../../../shared/report/page-staffing.ts'
import { PlainTable } from './plain-table.tsx'

/** The staffing of a checkpoint: what its channels did, and in bold where they were too few. */
export function StaffingPart({ staffing: { heading, inUse, table, gap, said } }: { staffing: PageStaffing }) {
  return (
    <section className="staffing-part" aria-label={heading}>
      <h2>
        {heading} <small>{inUse}</small>
      </h2>
      {table !== null && <PlainTable table={table} />}
      {gap !== null && <p className="lack">{gap}</p>}
      {said !== null && <p className="said">{said}</p>}
    </section>
  )
}

/** The load by kind of channel, after the signatures. */
export function StaffingAnnex({ staffing: { heading, annex } }: { staffing: PageStaffing }) {
  if (annex === null) return null
  const label = `${heading} · ${annex.label}`
  return (
    <section className="annex" aria-label={label}>
      <h2>{label}</h2>
      <PlainTable table={annex} />
    </section>
  )
}
