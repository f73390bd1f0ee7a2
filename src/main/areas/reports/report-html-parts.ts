import { texts } from '../../../shared/languages/index.ts'
import { markText, type PageCell } from '../../../shared/report/page-cell.ts'
import type { PageComparison } from '../../../shared/report/page-comparison.ts'
import type { Language } from '../../../shared/words.ts'

/** A cell whose number is also there for machines; what is to be said of it stands below in small. */
export function number(cell: PageCell, tag = 'td', kind = ''): string {
  const classes = [kind, cell.value === null ? 'none' : ''].filter(Boolean).join(' ')
  const attributes = [
    ...(classes ? [` class="${classes}"`] : []),
    ...(cell.value === null ? [] : [` data-value="${cell.value}"`]),
  ]
  const mark = cell.mark === null ? '' : `<span class="mark">${markText(cell)}</span>`
  const note = cell.note === null ? '' : ` <i>${escaped(cell.note)}</i>`
  return `<${tag}${attributes.join('')}>${escaped(cell.text)}${mark}${note}</${tag}>`
}

/** A head of a column; a Chinese date in it that is too wide is broken after its year. */
export function head(text: string, isLeft = false, below: readonly (string | null)[] = []): string {
  const small = below
    .map((each) => (each === null ? '' : ` <i>${escaped(each).replaceAll('年', '年<wbr>')}</i>`))
    .join('')
  return `<th scope="col"${isLeft ? ' class="l"' : ''}>${escaped(text)}${small}</th>`
}

/** Texts as items of a list. */
export function items(texts: readonly string[]): string {
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
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** Comparisons with their bases, under a heading. */
export function comparedTable(
  comparisons: readonly PageComparison[],
  heading: string,
  language: Language,
): string {
  const { period, value, current, change } = texts[language].report.comparedColumns
  const rows = comparisons.map(
    (each) =>
      `<tr><th scope="row">${escaped(each.name)}</th><td class="l">${escaped(each.period)}</td>${number(each.value)}${number(each.current)}${number(each.change)}</tr>`,
  )
  return `<table class="apart"><thead><tr>${head(heading, true)}${head(period, true)}${head(value)}${head(current)}${head(change)}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`
}
