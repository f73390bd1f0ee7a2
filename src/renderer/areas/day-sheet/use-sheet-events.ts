import { useEffect } from 'react'
import { onDeskEvent } from '../../lib/bridge.ts'
import { usePageHide } from '../../lib/use-page-hide.ts'
import { useHeldKeys } from '../../ui/use-held-keys.ts'
import { cellEdits, sheetSource } from './sheet-state.ts'

/** Keeps the sheet true to the book and saves what is being typed when the window goes away. */
export function useSheetEvents(): void {
  useHeldKeys(sheetSource.towards)
  usePageHide(cellEdits.commitAll)

  useEffect(() => {
    sheetSource.begin()
    return onDeskEvent(sheetSource.reload)
  }, [])

  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') cellEdits.commitAll()
    }
    document.addEventListener('visibilitychange', onHide)
    return () => document.removeEventListener('visibilitychange', onHide)
  }, [])
}
