import { Suspense, useEffect, useState } from 'react'
import type { SheetPlace } from '../lib/places.ts'
import { useWords } from '../lib/use-words.ts'
import { ScreenGuard } from './screen-guard.tsx'
import { LateGoods, SheetBoard } from './screen-parts.ts'
import { goToScreen } from './shown-screen.ts'

/** Whether the window has been at rest once: the first sheet is then painted and takes typing. */
let hasRested = false

/** What stands below a count sheet: goods that are late, and the channels. They come after it and never hold it up. */
export function BelowSheet({ place }: { place: SheetPlace }) {
  const { t } = useWords()
  const [isWanted, setIsWanted] = useState(hasRested)
  useEffect(() => {
    const waiting = window.requestIdleCallback(() => {
      hasRested = true
      setIsWanted(true)
    })
    return () => window.cancelIdleCallback(waiting)
  }, [])
  if (!isWanted) return null
  return (
    <ScreenGuard instead={<p role="alert">{t('app.screenFailed')}</p>}>
      <Suspense fallback={null}>
        <LateGoods date={place.date} onShow={() => goToScreen('declarations')} />
        <SheetBoard place={place} onOpen={() => goToScreen('staffing')} />
      </Suspense>
    </ScreenGuard>
  )
}
