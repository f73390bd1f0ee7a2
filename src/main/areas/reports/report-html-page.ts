import type { Language } from '../../../shared/words.ts'
import { escaped } from './report-html-parts.ts'
import { pageStyle } from './report-html-style.ts'

/** What every page that leaves the program begins with. */
interface PageHead {
  title: string
  place: string
  period: string
  /** What marks the figures as invented; null for real ones. */
  sample: string | null
}

/**
 * A page as one HTML file that needs nothing else and prints on A4, black on white.
 * @param style what it has beyond the style of every page
 * @param content markup below the head
 * @param bodyClass how close its lines stand, where not as usual
 */
export function htmlPage(
  { title, place, period, sample }: PageHead,
  language: Language,
  style: string,
  content: string,
  bodyClass: string | null = null,
): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escaped(`${title} · ${place} · ${period}`)}</title>
<style>${pageStyle}${style}</style>
</head>
<body${bodyClass === null ? '' : ` class="${bodyClass}"`}>
<header><h1>${escaped(title)}</h1><p><b>${escaped(period)}</b> ${escaped(place)}</p>${
    sample === null ? '' : `<p><b>${escaped(sample)}</b></p>`
  }</header>
${content}
</body>
</html>
`
}

/** What stands below the last part of a page. */
export const htmlFoot = (foot: readonly string[]): string =>
  `<footer>${foot.map((text) => `<span>${escaped(text)}</span>`).join('')}</footer>`
