import { texts } from '../../../../shared/languages/index.ts'
import { pageFoot } from '../../../../shared/report/paper-foot.ts'
import type { TradePage, TradeTable } from '../../../../shared/report/trade-page.ts'
import type { Language } from '../../../../shared/words.ts'
import { htmlFoot, htmlPage } from '../report-html-page.ts'
import { escaped, head, number } from '../report-html-parts.ts'

/** Columns that fit on paper in the usual size. */
const mostRoomy = 8

/**
 * A trade report as one HTML file that needs nothing else and prints on A4.
 * @param statement the period in words; its last sentence says what is counted, and by which weight
 */
export function tradeReportHtml(page: TradePage, statement: string, language: Language): string {
  const { figures, tables, notes } = page
  return htmlPage(
    page,
    language,
    pageFoot(page),
    `<dl class="key">${figures
      .map(
        ({ label, number: { cell }, note }) =>
          `<div><dt>${escaped(label)}</dt><dd>${number({ ...cell, note }, 'b')}</dd></div>`,
      )
      .join('')}</dl>
<p class="statement">${escaped(statement)}</p>
${tables.map((table) => tradeTable(table, language)).join('\n')}
${notes.map((note) => `<p class="statement">${escaped(note)}</p>`).join('\n')}
${htmlFoot(page.foot)}`,
  )
}

function tradeTable({ id, heading, about, columns, rows }: TradeTable, language: Language): string {
  const { name } = texts[language].tradeReport.page.file.columns
  const heads = columns.map((column) => head(column.name, false, [column.note])).join('')
  const lines = rows.map(
    (row) =>
      `<tr class="${row.kind}"><th scope="row">${escaped(row.name)}</th>${row.cells.map(({ cell }) => number(cell)).join('')}</tr>`,
  )
  return `<section><h2>${escaped(heading)} <i>${escaped(about)}</i></h2>
<table class="trade-figures ${id}${columns.length > mostRoomy ? ' many' : ''}"><thead><tr>${head(name, true)}${heads}</tr></thead>
<tbody>${lines.join('\n')}</tbody></table></section>`
}
