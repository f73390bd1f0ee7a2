import { useState } from 'react'
import { connectionLost } from '../lib/client.ts'
import { useStore } from '../lib/store.ts'
import { useQuery } from '../lib/use-query.ts'
import { useWords } from '../lib/use-words.ts'
import { FailureScreen } from './failure-screen.tsx'
import { FirstStart } from './first-start/first-start.tsx'
import { Shell } from './shell.tsx'

/** What the window shows: no book yet, a book that cannot be opened, or the book. */
export function App() {
  const { t } = useWords()
  const lost = useStore(connectionLost)
  const { output: desk, error, reload } = useQuery('readDesk', {}, 'desk')
  const [beginsAnew, setBeginsAnew] = useState(false)
  if (error) {
    return <FailureScreen error={error} book={null} copyFolder={null} onRetried={reload} onAnother={null} />
  }
  if (!desk) {
    return (
      <main className="alone">
        <p className="faint">{lost ? t('errors.host-gone') : t('app.opening')}</p>
      </main>
    )
  }
  if (desk.state === 'none') return <FirstStart desk={desk} onStarted={reload} />
  if (desk.state === 'failed' && desk.error) {
    if (beginsAnew) {
      return <FirstStart desk={desk} onStarted={reload} onLeave={() => setBeginsAnew(false)} />
    }
    return (
      <FailureScreen
        error={desk.error}
        book={desk.book}
        copyFolder={desk.canCopy ? desk.booksFolder : null}
        onRetried={reload}
        onAnother={() => setBeginsAnew(true)}
      />
    )
  }
  return <Shell book={desk.book ?? ''} />
}
