import { Component, type ReactNode } from 'react'
import { useWords } from '../lib/use-words.ts'

interface ScreenGuardProps {
  /** What stands where the part cannot; without it a screen that one can only load again. */
  instead?: ReactNode
  children: ReactNode
}

/** Keeps the window when a part of it cannot be shown, because of a fault in it or a file that did not load: the others go on. */
export class ScreenGuard extends Component<ScreenGuardProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    const { instead = <FailedScreen />, children } = this.props
    return this.state.failed ? instead : children
  }
}

function FailedScreen() {
  const { t } = useWords()
  return (
    <main className="main wide">
      <p className="bad" role="alert">
        {t('app.screenFailed')}
      </p>
      {/* What failed to load is asked for again only by a page that is loaded anew.
          biome-ignore lint/a11y/noAutofocus: it is the only thing one can do here */}
      <button type="button" className="primary" autoFocus onClick={() => location.reload()}>
        {t('app.loadAgain')}
      </button>
    </main>
  )
}
