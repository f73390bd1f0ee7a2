import { Component, type ReactNode } from 'react'
import { useWords } from '../lib/use-words.ts'

/** Keeps the window when a screen cannot be shown, because of a fault in it or a part that did not load: the others go on. */
export class ScreenGuard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <FailedScreen /> : this.props.children
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
