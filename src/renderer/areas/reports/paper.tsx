import type { PageCell } from '../../../shared/report/page-groups.ts'
import type { ReportPage } from '../../../shared/report/report-page.ts'
import { useWords } from '../../lib/use-words.ts'
import { FigureTable } from './figure-table.tsx'
import { PaperNumber } from './paper-number.tsx'

/** A report as it is printed: title, key figures, lines, comparisons, notes, and the book it rests on. */
export function Paper({ page }: { page: ReportPage }) {
  const { t } = useWords()
  return (
    <article className="paper" aria-label={`${page.title}, ${page.place}, ${page.period}`}>
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
      <FigureTable name={page.place} groups={page.groups} />
      <Comparisons page={page} />
      {page.parts.map((part) => (
        <FigureTable key={part.code} name={part.name} groups={part.groups} />
      ))}
      <section className="paper-notes">
        <h2>{t('report.notes')}</h2>
        {page.footnotes.length > 0 && <ol>{items(page.footnotes)}</ol>}
        <ul>{items(page.notes)}</ul>
      </section>
      <footer>
        {page.foot.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </footer>
    </article>
  )
}

function KeyNumber({ cell }: { cell: PageCell }) {
  return cell.value === null ? <span className="none">{cell.text}</span> : <b>{cell.text}</b>
}

function items(texts: readonly string[]) {
  return texts.map((text) => <li key={text}>{text}</li>)
}

function Comparisons({ page }: { page: ReportPage }) {
  const { t } = useWords()
  const columns = ['base', 'period', 'value', 'current', 'change'] as const
  return (
    <section>
      <h2>{t('report.compared')}</h2>
      <table aria-label={t('report.compared')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'period' ? 'text' : undefined}>
                {t(`report.comparedColumns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.comparisons.map((each) => (
            <tr key={each.name}>
              <th scope="row">{each.name}</th>
              <td className="text">{each.period}</td>
              <PaperNumber cell={each.value} />
              <PaperNumber cell={each.current} beside={each.currentPeriod} />
              <td>{each.changeText}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
