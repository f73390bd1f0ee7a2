import { useEffect } from 'react'

/** F9 shows the report of the sheet, wherever the cursor stands. */
export function useReportKey(onReport: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
      if (event.key !== 'F9' || !plain || event.defaultPrevented) return
      event.preventDefault()
      onReport()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onReport])
}
