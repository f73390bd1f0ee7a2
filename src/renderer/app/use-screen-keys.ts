import { useEffect } from 'react'
import { screenKey } from './screens.ts'
import { showScreen } from './shown-screen.ts'

/** Hears the keys that show another screen, wherever the cursor stands. */
export function useScreenKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const screen = screenKey(event)
      if (!screen || event.defaultPrevented) return
      event.preventDefault()
      showScreen(screen)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
