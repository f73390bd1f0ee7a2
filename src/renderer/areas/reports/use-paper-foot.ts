import { useEffect } from 'react'
import { pageFoot } from '../../../shared/report/paper-foot.ts'
import type { ReportPage } from '../../../shared/report/report-page.ts'

/** Gives printed pages the report's foot for as long as the report is shown. The policy refuses a style element. */
export function usePaperFoot(page: ReportPage): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(pageFoot(page))
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [page])
}
