import { useEffect } from 'react'
import { onDeskEvent } from '../../lib/bridge.ts'
import { saveQueue } from '../../lib/saving.ts'
import { sheetStep } from './sheet-keys.ts'
import { cellEdits, sheetSource } from './sheet-state.ts'
import { useHeldKeys } from './use-held-keys.ts'

/** Keeps the sheet true to the book, saves what is being typed when the window goes away, and hears the sheet's keys. */
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
    const onKeyDown = (event: KeyboardEvent) => {
      // A list has its own page keys.
      const isList = event.target instanceof HTMLSelectElement && !event.altKey
      const step = sheetStep(event)
      if (!step || isList || event.defaultPrevented) return
      event.preventDefault()
      sheetSource.step(step)
    }
    document.addEventListener('visibilitychange', onHide)
    window.addEventListener('pagehide', onLeave)
    window.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', onLeave)
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [])
}
