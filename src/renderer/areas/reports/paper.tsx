import type { PageCell } from '../../../shared/report/page-cell.ts'
import type { PageNotes } from '../../../shared/report/page-notes.ts'
import { isTradeBeside, type ReportPage } from '../../../shared/report/report-page.ts'
import { useWords } from '../../lib/use-words.ts'
import { FigureTable } from './figure-table.tsx'
import { Comparisons } from './paper-comparisons.tsx'
import { StaffingAnnex, StaffingPart } from './staffing-part.tsx'
import { TradePart } from './trade-part.tsx'
import { usePaperFoot } from './use-paper-foot.ts'

/** A report as it is printed: title, key figures, lines, comparisons, notes, and the book it rests on. */
export function Paper({ page }: { page: ReportPage }) {
  const { t } = useWords()
  usePaperFoot(page)
  return (
    <article
      className={page.staffing.length > 0 ? 'paper tight' : 'paper'}
      aria-label={`${page.title}, ${page.place}, ${page.period}`}
    >
      <header>
        <h1>{page.title}</h1>
        <p className="paper-period">
          <b>{page.period}</b> {page.place}
        </p>
        {page.sample !== null && <p className="paper-sample">{page.sample}</p>}
      </header>
      <dl className="key-figures" aria-label={t('report.keyFigures')}>
        {page.figures.map(({ label, cell, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <KeyNumber cell={cell} />
              {note !== null && <small>{note}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <FigureTable name={page.place} groups={page.groups} columns={page.columns} />
      {page.parts.map((part) => (
        <FigureTable key={part.code} name={part.name} groups={part.groups} columns={page.columns} />
      ))}
      {page.comparedApart.length > 0 && (
        <Comparisons heading={t('report.compared')} comparisons={page.comparedApart} />
      )}
      {page.trade && !isTradeBeside(page) && <TradePart trade={page.trade} />}
      <Channels page={page} />
      {page.staffing.length === 0 && <Notes page={page} />}
      <div className="signers">
        {page.signers.map((signer) => (
          <div key={signer}>{signer}</div>
        ))}
      </div>
      {page.staffing.length > 0 && <Notes page={page} />}
      {page.staffing.map((staffing) => (
        <StaffingAnnex key={staffing.heading} staffing={staffing} />
      ))}
      <footer>
        {page.foot.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </footer>
    </article>
  )
}

/** With channels they stand below the signatures, so that what is signed is on the first page. */
function Notes({ page: { footnotes, notes, basis } }: { page: ReportPage }) {
  const { t } = useWords()
  return (
    <section className="paper-notes">
      <h2>{t('report.notes')}</h2>
      {footnotes.length > 0 && <ol>{items(footnotes)}</ol>}
      <ul>{items([...notes, ...basis])}</ul>
    </section>
  )
}

/** Of one checkpoint its channels stand beside its trade or else what was handed over, of several above it. */
function Channels({ page }: { page: ReportPage }) {
  const { staffing, handover, trade } = page
  const notes = handover.map((each) => <Handover key={each.heading} handover={each} />)
  const parts = staffing.map((each) => <StaffingPart key={each.heading} staffing={each} />)
  if (trade && isTradeBeside(page)) {
    return (
      <>
        <div className="handover">
          {parts}
          <TradePart trade={trade} />
        </div>
        {notes.length > 0 && <div className="handover">{notes}</div>}
      </>
    )
  }
  if (parts.length === 1 && notes.length > 0) {
    return (
      <div className="handover">
        {parts}
        <div>{notes}</div>
      </div>
    )
  }
  return (
    <>
      {parts}
      {notes.length > 0 && <div className="handover">{notes}</div>}
    </>
  )
}

function KeyNumber({ cell }: { cell: PageCell }) {
  return cell.value === null ? <span className="none">{cell.text}</span> : <b>{cell.text}</b>
}

function Handover({ handover: { heading, notes, none } }: { handover: PageNotes }) {
  return (
    <section aria-label={heading}>
      <h2>{heading}</h2>
      {notes.length === 0 ? (
        <p className="none">{none}</p>
      ) : (
        <ul>
          {notes.map(({ about, text, settled }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two shifts may note the same
            <li key={index}>
              {about !== null && <small>{about} </small>}
              {text}
              {settled !== null && <small> {settled}</small>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function items(texts: readonly string[]) {
  return texts.map((text) => <li key={text}>{text}</li>)
}
