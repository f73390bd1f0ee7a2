import { useEffect } from 'react'
import { type PaperFoot, pageFoot } from '../../../shared/report/paper-foot.ts'

/** Gives printed pages the report's foot for as long as the report is shown. The policy refuses a style element. */
export function usePaperFoot(page: PaperFoot): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(pageFoot(page))
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }, [page])
}
