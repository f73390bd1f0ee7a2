import { useEffect, useEffectEvent } from 'react'
import { saveQueue } from './saving.ts'

/** Does what must not be lost when the window goes away: what it saves is sent at once. */
export function usePageHide(save: () => void): void {
  const onPageHide = useEffectEvent(() => {
    save()
    saveQueue.hurry()
  })
  useEffect(() => {
    const listener = () => onPageHide()
    window.addEventListener('pagehide', listener)
    return () => window.removeEventListener('pagehide', listener)
  }, [])
}

/** The same for what has its text in itself: it goes away with its screen too. */
export function useLeaving(save: () => void): void {
  usePageHide(save)
  const onLeave = useEffectEvent(save)
  useEffect(() => () => onLeave(), [])
}
