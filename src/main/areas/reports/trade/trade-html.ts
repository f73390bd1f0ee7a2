import type { PageTrade, PageTradeRow } from '../../../../shared/report/page-trade.ts'
import type { Language } from '../../../../shared/words.ts'
import { comparedTable, escaped, head, number } from '../report-html-parts.ts'

/** The trade of a report: unit and basis stand in its head. */
export function tradeHtml(
  { heading, about, columns, rows, ...compared }: PageTrade,
  language: Language,
): string {
  const [goods = '', ...others] = columns
  return `<section class="trade"><h2>${escaped(heading)} <i>${escaped(about)}</i></h2>
<table class="figures"><thead><tr>${head(goods, true)}${others.map((name) => head(name)).join('')}</tr></thead>
<tbody>${rows.map(row).join('\n')}</tbody></table>
${compared.comparisons.length === 0 ? '' : comparedTable(compared.comparisons, compared.comparedHeading, language)}</section>`
}

function row({ kind, name, imports, exports, declarations }: PageTradeRow): string {
  const style = kind === 'nested' ? 'of-which' : kind === 'weighed' ? 'typed' : kind
  const last = declarations === null ? '<td></td>' : number(declarations)
  return `<tr class="${style}"><th scope="row">${escaped(name)}</th>${number(imports)}${number(exports)}${last}</tr>`
}
