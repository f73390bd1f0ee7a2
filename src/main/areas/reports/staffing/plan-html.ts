import { texts } from '../../../../shared/languages/index.ts'
import type { PageTable } from '../../../../shared/report/page-table.ts'
import type { PlanPage } from '../../../../shared/report/plan-page.ts'
import type { Language } from '../../../../shared/words.ts'
import { htmlPage } from '../report-html-page.ts'
import { escaped } from '../report-html-parts.ts'
import { plainTable } from './staffing-html.ts'

/** The plan of a shift as one HTML file that needs nothing else and prints on A4, to be hung up. */
export function planHtml(page: PlanPage, language: Language): string {
  const words = texts[language].staffingReport.plan
  const part = (label: string, table: PageTable | null, said: string | null): string =>
    `<section class="plan"><h2>${escaped(label)}</h2>${said === null ? '' : `<p class="basis">${escaped(said)}</p>`}
${table === null ? '' : plainTable(table)}</section>`
  return htmlPage(
    page,
    language,
    largeType,
    `${part(words.channels, page.channels, page.channels === null ? page.none : null)}
${page.gap === null ? '' : `<p class="gap"><b>${escaped(page.gap)}</b></p>`}${page.enough === null ? '' : `<p class="gap">${escaped(page.enough)}</p>`}
${part(words.expected, page.expected, page.expectedSaid)}
${page.needs === null ? '' : part(words.needs, page.needs, page.needsSaid)}`,
  )
}

/** Read from where one stands, as on the page that the window prints. */
const largeType = `
body{font-size:12pt}
h1{font-size:26pt}
header p:nth-of-type(1){font-size:17pt}
header b{display:block}
h2{font-size:13pt}
thead th,tbody :is(th,td){font-size:11pt}
.plan:not(:last-child){break-inside:avoid}
.plan .basis{font-size:11pt}
.plan:first-of-type tbody :is(th,td){padding-block:1.8mm;font-size:18pt}
.plan:first-of-type tbody th{font-weight:700}
`
