import { texts } from '../../../shared/languages/index.ts'
import type { BaseColumn } from '../../../shared/report/page-bases.ts'
import type { PageGroup, PageRow } from '../../../shared/report/page-groups.ts'
import type { PageNotes } from '../../../shared/report/page-notes.ts'
import { pageFoot } from '../../../shared/report/paper-foot.ts'
import { isTradeBeside, type ReportPage } from '../../../shared/report/report-page.ts'
import type { Language } from '../../../shared/words.ts'
import { htmlFoot, htmlPage } from './report-html-page.ts'
import { comparedTable, escaped, head, items, number } from './report-html-parts.ts'
import { staffingAnnex, staffingPart } from './staffing/staffing-html.ts'
import { tradeHtml } from './trade/trade-html.ts'

/** A report as one HTML file that needs nothing else and prints on A4, black on white. */
export function reportHtml(page: ReportPage, language: Language): string {
  const words = texts[language].report
  return htmlPage(
    page,
    language,
    pageFoot(page),
    `<dl class="key">${page.figures
      .map(
        ({ label, cell, note }) =>
          `<div><dt>${escaped(label)}</dt><dd>${number({ ...cell, note }, 'b')}</dd></div>`,
      )
      .join('')}</dl>
${figureTable(page.groups, page.columns, page.place, language)}
${page.parts.map((part) => figureTable(part.groups, page.columns, part.name, language)).join('\n')}
${page.comparedApart.length === 0 ? '' : comparedTable(page.comparedApart, texts[language].report.compared, language)}
${page.trade === null || isTradeBeside(page) ? '' : tradeHtml(page.trade, language)}
${beside(page, language)}
${page.staffing.length === 0 ? notesPart(page, words.notes) : ''}
<section class="sign">${page.signers.map((signer) => `<div>${escaped(signer)}</div>`).join('')}</section>
${page.staffing.length > 0 ? notesPart(page, words.notes) : ''}
${page.staffing.map(staffingAnnex).join('\n')}
${htmlFoot(page.foot)}`,
    page.staffing.length > 0 ? 'tight' : null,
  )
}

/** With channels they stand below the signatures, so that what is signed is on the first page. */
function notesPart({ footnotes, notes, basis }: ReportPage, heading: string): string {
  return `<section class="notes"><h2>${escaped(heading)}</h2>
${footnotes.length === 0 ? '' : `<ol>${items(footnotes)}</ol>`}
<ul>${items([...notes, ...basis])}</ul></section>`
}

function figureTable(
  groups: readonly PageGroup[],
  columns: readonly BaseColumn[],
  place: string,
  language: Language,
): string {
  const { sheet, directions } = texts[language]
  const bodies = groups.map(
    ({ unit, rows }) =>
      `<tbody><tr class="unit"><th colspan="${4 + columns.length}" scope="rowgroup">${escaped(unit)}</th></tr>\n${rows.map((row) => tableRow(row, columns)).join('\n')}</tbody>`,
  )
  const heads = columns.map(({ name, period, note }) => head(name, false, [period, note]))
  return `<section><h2>${escaped(place)}</h2>
<table class="figures${columns.length > 4 ? ' many' : ''}"><thead><tr>${head(sheet.line, true)}${head(directions.entry)}${head(directions.exit)}${head(sheet.both)}${heads.join('')}</tr></thead>
${bodies.join('\n')}</table></section>`
}

function tableRow(row: PageRow, columns: readonly BaseColumn[]): string {
  const own = `<th scope="row">${escaped(row.name)}</th>${number(row.entry)}${number(row.exit)}${number(row.both)}`
  if (row.kind !== 'typed') {
    return `<tr class="${row.kind}">${own}${row.beside.map((cell) => number(cell, 'td', 'base')).join('')}</tr>`
  }
  const [only = '', ...others] = row.verdicts
  const verdict = (said: string, span: number) => `<td class="l" colspan="${span}">${escaped(said)}</td>`
  if (others.length === 0) return `<tr class="typed">${own}${verdict(only, columns.length)}</tr>`
  return `<tr class="typed parted">${own}${verdict('', columns.length)}</tr>
<tr class="typed">${verdict(row.verdicts.join(' · '), 4 + columns.length)}</tr>`
}

/** Of one checkpoint its channels stand beside its trade or else what was handed over, of several above it. */
function beside(page: ReportPage, language: Language): string {
  const { staffing, handover, trade } = page
  const notes = handover.map(handoverPart).join('\n')
  const [only, ...others] = staffing.map(staffingPart)
  if (only === undefined) return notes && `<div class="handover">${notes}</div>`
  if (trade && isTradeBeside(page)) {
    return `<div class="handover">${only}${tradeHtml(trade, language)}</div>\n${notes && `<div class="handover">${notes}</div>`}`
  }
  if (others.length === 0 && notes) return `<div class="handover">${only}<div>${notes}</div></div>`
  return `${[only, ...others].join('\n')}\n${notes && `<div class="handover">${notes}</div>`}`
}

function handoverPart({ heading, notes, none }: PageNotes): string {
  const list = notes.map(({ about, text, settled }) => {
    const who = about === null ? '' : `<i>${escaped(about)}</i> `
    return `<li>${who}${escaped(text)}${settled === null ? '' : ` <i>${escaped(settled)}</i>`}</li>`
  })
  return `<section><h2>${escaped(heading)}</h2>${list.length > 0 ? `<ul>${list.join('')}</ul>` : `<p class="none">${escaped(none)}</p>`}</section>`
}
