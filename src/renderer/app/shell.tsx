import { lazy, Suspense } from 'react'
import { DaySheet } from '../areas/day-sheet/day-sheet.tsx'
import { Reports } from '../areas/reports/reports.tsx'
import { useStore } from '../lib/store.ts'
import { CommandList } from './command-list.tsx'
import { FootLine } from './foot-line.tsx'
import { KeyHelp } from './key-help.tsx'
import { openCountSheet } from './open-count-sheet.ts'
import { openSheetReport } from './open-sheet-report.ts'
import { Rail } from './rail.tsx'
import { shownAid } from './shown-aids.ts'
import { shownScreen } from './shown-screen.ts'
import { type Undo, useUndo } from './use-undo.ts'
import { useWindowCommands } from './use-window-commands.ts'

// The first screen does without what only these need.
const Crossings = lazy(() => import('../areas/crossings/crossings.tsx'))
const Settings = lazy(() => import('../areas/settings/settings.tsx'))

/** The window around the screens: which there are at the left, the truth at the foot. */
export function Shell({ book }: { book: string }) {
  const undo = useUndo()
  const aid = useStore(shownAid)?.aid
  useWindowCommands(undo)
  return (
    <div className="shell" data-aid={aid}>
      <Rail />
      <Screen undo={undo} />
      {aid === 'keys' && <KeyHelp />}
      <FootLine book={book} undo={undo} />
      {aid === 'commands' && <CommandList />}
    </div>
  )
}

function Screen({ undo }: { undo: Undo }) {
  const shown = useStore(shownScreen)
  switch (shown) {
    case 'day-sheet':
      return <DaySheet reveal={undo.changed} onReport={openSheetReport} />
    case 'crossings':
      return (
        <Suspense fallback={<main className="main" />}>
          <Crossings onOpen={openCountSheet} />
        </Suspense>
      )
    case 'reports':
      return <Reports />
    case 'settings':
      return (
        <Suspense fallback={<main className="main" />}>
          <Settings />
        </Suspense>
      )
  }
}
