import type { PageCell } from '../../../../shared/report/page-cell.ts'
import type { PageStaffing } from '../../../../shared/report/page-staffing.ts'
import type { PageTable } from '../../../../shared/report/page-table.ts'
import { escaped, head, number } from '../report-html-parts.ts'

/** What the channels of a checkpoint did, and in bold where they were too few. */
export function staffingPart({ heading, inUse, table, gap, said }: PageStaffing): string {
  return `<section class="staffing"><h2>${escaped(heading)} <i>${escaped(inUse)}</i></h2>
${table === null ? '' : plainTable(table)}
${gap === null ? '' : `<p class="gap"><b>${escaped(gap)}</b></p>`}${said === null ? '' : `<p class="gap">${escaped(said)}</p>`}</section>`
}

/** The load by kind of channel; the first begins a page. */
export function staffingAnnex({ heading, annex: table }: PageStaffing, index: number): string {
  if (table === null) return ''
  return `<section class="annex${index === 0 ? ' first' : ''}"><h2>${escaped(heading)} · ${escaped(table.label)}</h2>
${plainTable(table)}</section>`
}

function plainTable({ label, heads, rows }: PageTable): string {
  const row = (cells: readonly PageCell[]): string =>
    cells
      .map((cell, index) =>
        index === 0
          ? `<th scope="row">${escaped(cell.text)}</th>`
          : heads[index]?.isText
            ? `<td class="l">${escaped(cell.text)}</td>`
            : number(cell),
      )
      .join('')
  return `<table aria-label="${escaped(label)}"><thead><tr>${heads.map(({ text, isText }) => head(text, isText)).join('')}</tr></thead>
<tbody>${rows.map((cells) => `<tr>${row(cells)}</tr>`).join('\n')}</tbody></table>`
}
