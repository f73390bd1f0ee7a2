import { useEffect } from 'react'
import { onDeskEvent } from '../../lib/bridge.ts'
import { saveQueue } from '../../lib/saving.ts'
import { useHeldKeys } from '../../ui/use-held-keys.ts'
import { cellEdits, sheetSource } from './sheet-state.ts'

/** Keeps the sheet true to the book and saves what is being typed when the window goes away. */
export function useSheetEvents(): void {
  useHeldKeys(sheetSource.towards)

  useEffect(() => {
    sheetSource.begin()
    return onDeskEvent(sheetSource.reload)
  }, [])

  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') cellEdits.commitAll()
    }
    const onLeave = () => {
      cellEdits.commitAll()
      saveQueue.hurry()
    }
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', onLeave)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', onLeave)
    }
  }, [])
}
