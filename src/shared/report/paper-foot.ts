import type { ReportPage } from './report-page.ts'

/** What stands at the foot of a printed page. */
export type PaperFoot = Pick<ReportPage, 'sample' | 'foot' | 'pageNumber'>

/**
 * The foot of every printed page as a style sheet: the sample mark and the book, the head of its chain, the page's
 * number of how many. Only the margins of a page can count pages.
 */
export function pageFoot({ sample, foot, pageNumber }: PaperFoot): string {
  const number = pageNumber
    .split(/\{\{(pages?)\}\}/)
    .map((part, index) => (index % 2 === 0 ? quoted(part) : `counter(${part})`))
  const about = [...(sample === null ? [] : [sample]), ...foot].join(' · ')
  return `@page{
@bottom-left{${box}width:85%;text-align:left;content:${quoted(about)}}
@bottom-right{${box}width:15%;text-align:right;content:${number.join(' ')}}
}`
}

const box =
  'margin-bottom:7mm;padding-top:1.4mm;border-top:.4pt solid #bbb;vertical-align:top;color:#555;' +
  'font:7.3pt/1.3 Inter,"Segoe UI","Noto Sans","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei UI",sans-serif;'

/** A text of a style sheet that can end neither its quotes nor its element. */
function quoted(text: string): string {
  const safe = text.replace(/["\\<>&\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)
  return `"${safe}"`
}
