import { texts } from '../../../shared/languages/index.ts'
import type { PageCell, PageGroup, PageRow } from '../../../shared/report/page-groups.ts'
import type { ReportPage } from '../../../shared/report/report-page.ts'
import type { Language } from '../../../shared/words.ts'
import { pageStyle } from './report-html-style.ts'

/** A report as one HTML file that needs nothing else and prints on A4, black on white. */
export function reportHtml(page: ReportPage, language: Language): string {
  const words = texts[language].report
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escaped(`${page.title} · ${page.place} · ${page.period}`)}</title>
<style>${pageStyle}</style>
</head>
<body>
<header><h1>${escaped(page.title)}</h1><p><b>${escaped(page.period)}</b> ${escaped(page.place)}</p>${
    page.sample === null ? '' : `<p><b>${escaped(page.sample)}</b></p>`
  }</header>
<dl class="key">${page.figures
    .map(
      ({ label, cell, note }) =>
        `<div><dt>${escaped(label)}</dt><dd>${number(cell, 'b')}${note === null ? '' : ` <i>${escaped(note)}</i>`}</dd></div>`,
    )
    .join('')}</dl>
${figureTable(page.groups, page.place, language)}
<section><h2>${escaped(words.compared)}</h2>
<table><thead><tr>${Object.entries(words.comparedColumns)
    .map(([column, text]) => head(text, column === 'base' || column === 'period'))
    .join('')}</tr></thead>
<tbody>${page.comparisons
    .map(
      (each) =>
        `<tr><th scope="row">${escaped(each.name)}</th><td class="l">${escaped(each.period)}</td>${number(each.value)}${number(
          each.current,
          'td',
          each.currentPeriod,
        )}<td>${escaped(each.changeText)}</td></tr>`,
    )
    .join('\n')}</tbody></table></section>
${page.parts.map((part) => figureTable(part.groups, part.name, language)).join('\n')}
<section class="notes"><h2>${escaped(words.notes)}</h2>
${page.footnotes.length === 0 ? '' : `<ol>${items(page.footnotes)}</ol>`}
<ul>${items(page.notes)}</ul></section>
<footer>${page.foot.map((text) => `<span>${escaped(text)}</span>`).join('')}</footer>
</body>
</html>
`
}

function figureTable(groups: readonly PageGroup[], place: string, language: Language): string {
  const { sheet, directions } = texts[language]
  const bodies = groups.map(
    ({ unit, rows }) =>
      `<tbody><tr class="unit"><th colspan="4" scope="rowgroup">${escaped(unit)}</th></tr>\n${rows.map(tableRow).join('\n')}</tbody>`,
  )
  return `<section><h2>${escaped(place)}</h2>
<table class="figures"><thead><tr>${head(sheet.line, true)}${head(directions.entry)}${head(directions.exit)}${head(sheet.both)}</tr></thead>
${bodies.join('\n')}</table></section>`
}

function tableRow(row: PageRow): string {
  const said = row.verdicts.map((verdict) => `<p>${escaped(verdict)}</p>`).join('')
  return `<tr class="${row.kind}"><th scope="row">${escaped(row.name)}${said}</th>${number(row.entry)}${number(row.exit)}${number(row.both)}</tr>`
}

/** A cell whose number is also there for machines; a beside text stands after it in small. */
function number(cell: PageCell, tag = 'td', beside: string | null = null): string {
  const value = cell.value === null ? ' class="none"' : ` data-value="${cell.value}"`
  const mark = cell.mark === null ? '' : `<sup>${cell.mark}</sup>`
  return `<${tag}${value}>${escaped(cell.text)}${mark}${beside === null ? '' : ` <i>${escaped(beside)}</i>`}</${tag}>`
}

function head(text: string, isLeft = false): string {
  return `<th scope="col"${isLeft ? ' class="l"' : ''}>${escaped(text)}</th>`
}

function items(texts: readonly string[]): string {
  return texts.map((text) => `<li>${escaped(text)}</li>`).join('')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text that cannot become markup. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
