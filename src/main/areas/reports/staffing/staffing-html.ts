import type { PageCell } from '../../../../shared/report/page-cell.ts'
import type { PageStaffing } from '../../../../shared/report/page-staffing.ts'
import type { PageTable } from '../../../../shared/report/page-table.ts'
import { pageFoot } from '../../../../shared/report/paper-foot.ts'
import type { StaffingTablePage, StaffingTablePart } from '../../../../shared/report/staffing-table.ts'
import type { Language } from '../../../../shared/words.ts'
import { htmlFoot, htmlPage } from '../report-html-page.ts'
import { escaped, head, items, number } from '../report-html-parts.ts'

/** What the channels of a checkpoint did, and in bold where they were too few. */
export function staffingPart({ heading, inUse, table, gap, said }: PageStaffing): string {
  return `<section class="staffing"><h2>${escaped(heading)} <i>${escaped(inUse)}</i></h2>
${table === null ? '' : plainTable(table)}
${gap === null ? '' : `<p class="gap"><b>${escaped(gap)}</b></p>`}${said === null ? '' : `<p class="gap">${escaped(said)}</p>`}</section>`
}

/** The load by kind of channel, after the signatures. */
export function staffingAnnex({ heading, annex: table }: PageStaffing): string {
  if (table === null) return ''
  return `<section class="annex"><h2>${escaped(heading)} · ${escaped(table.label)}</h2>
${plainTable(table)}</section>`
}

/** Clock times from and to, which are never broken in two. */
const times = /\d\d:\d\d–\d\d:\d\d/g

/** A table whose first column heads its rows. */
export function plainTable({ label, heads, rows, sums }: PageTable): string {
  const row = (cells: readonly PageCell[]): string =>
    cells
      .map((cell, index) =>
        index === 0
          ? `<th scope="row">${escaped(cell.text)}</th>`
          : heads[index]?.isText
            ? `<td class="l">${escaped(cell.text).replace(times, '<span class="times">$&</span>')}</td>`
            : number(cell),
      )
      .join('')
  return `<table aria-label="${escaped(label)}"><thead><tr>${heads.map(({ text, isText }) => head(text, isText)).join('')}</tr></thead>
<tbody>${rows.map((cells) => `<tr>${row(cells)}</tr>`).join('\n')}${sums ? `\n<tr class="sum">${row(sums)}</tr>` : ''}</tbody></table>`
}

/** The staffing table as one HTML file that needs nothing else and prints on A4. */
export function staffingTableHtml(page: StaffingTablePage, language: Language): string {
  return htmlPage(
    page,
    language,
    pageFoot(page),
    `${page.none === null ? '' : `<p>${escaped(page.none)}</p>`}${page.parts.map(tablePart).join('\n')}
${htmlFoot(page.foot)}`,
  )
}

function tablePart({ place, inUse, tables, gap, said, notes }: StaffingTablePart): string {
  return `<section class="staffing-table"><h2>${escaped(place)} <i>${escaped(inUse)}</i></h2>
${gap === null ? '' : `<p class="gap"><b>${escaped(gap)}</b></p>`}${said === null ? '' : `<p class="gap">${escaped(said)}</p>`}
${tables.map((table) => `<h2>${escaped(table.label)}</h2>\n${plainTable(table)}`).join('\n')}
<ul>${items(notes)}</ul></section>`
}
