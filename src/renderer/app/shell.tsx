import { Suspense, useEffect } from 'react'
import { importShown } from '../areas/crossings/import/import-shown.ts'
import { DaySheet } from '../areas/day-sheet/day-sheet.tsx'
import { importShown as declarationsImportShown } from '../areas/declarations/import/import-shown.ts'
import { useStore } from '../lib/store.ts'
import { usePageHide } from '../lib/use-page-hide.ts'
import { BelowSheet } from './below-sheet.tsx'
import { CommandList } from './command-list.tsx'
import { FileDrop } from './file-drop.tsx'
import { FootLine } from './foot-line.tsx'
import { KeyHelp } from './key-help.tsx'
import { openCountSheet } from './open-count-sheet.ts'
import { openImport } from './open-import.ts'
import { openSheetReport } from './open-sheet-report.ts'
import { openStaffingSettings } from './open-staffing-settings.ts'
import { Rail } from './rail.tsx'
import { ScreenGuard } from './screen-guard.tsx'
import {
  Crossings,
  Declarations,
  DeclarationsImport,
  ImportScreen,
  loadOtherScreens,
  Reports,
  Settings,
  Staffing,
} from './screen-parts.ts'
import type { ScreenId } from './screens.ts'
import { showDeclaration } from './show-declaration.ts'
import { shownAid } from './shown-aids.ts'
import { boardPlace, shownScreen } from './shown-screen.ts'
import { type Undo, useUndo } from './use-undo.ts'
import { useWindowCommands } from './use-window-commands.ts'

/** The other screens are loaded when the first one is at rest, and no later than this. */
const restMs = 1_000

/** The window around the screens: which there are at the left, the truth at the foot. */
export function Shell({ book }: { book: string }) {
  const undo = useUndo()
  const aid = useStore(shownAid)?.aid
  const shown = useStore(shownScreen)
  useWindowCommands(undo)
  // Whatever still waits for its turn, typed on this screen or another.
  usePageHide(() => undefined)
  useEffect(() => void window.requestIdleCallback(loadOtherScreens, { timeout: restMs }), [])
  return (
    <div className="shell" data-aid={aid}>
      <Rail />
      <ScreenGuard key={shown}>
        <Screen shown={shown} undo={undo} />
      </ScreenGuard>
      {aid === 'keys' && <KeyHelp />}
      <FootLine book={book} undo={undo} />
      {aid === 'commands' && <CommandList />}
      <FileDrop />
    </div>
  )
}

function Screen({ shown, undo }: { shown: ScreenId; undo: Undo }) {
  const importing = useStore(importShown)
  const importingDeclarations = useStore(declarationsImportShown)
  switch (shown) {
    case 'day-sheet':
      return (
        <DaySheet
          reveal={undo.changed}
          onReport={openSheetReport}
          below={(place) => <BelowSheet place={place} />}
        />
      )
    case 'crossings':
      return (
        <Suspense fallback={<main className="main" />}>
          {importing ? (
            <ImportScreen />
          ) : (
            <Crossings onOpen={openCountSheet} onImport={() => openImport('counts', null)} />
          )}
        </Suspense>
      )
    case 'staffing':
      return (
        <Suspense fallback={<main className="main" />}>
          <Staffing place={boardPlace()} onSettings={openStaffingSettings} />
        </Suspense>
      )
    case 'declarations':
      return (
        <Suspense fallback={<main className="main" />}>
          {importingDeclarations ? (
            <DeclarationsImport />
          ) : (
            <Declarations onImport={() => openImport('declarations', null)} />
          )}
        </Suspense>
      )
    case 'reports':
      return (
        <Suspense fallback={<main className="main" />}>
          <Reports onDeclaration={(id, language) => void showDeclaration(id, language)} />
        </Suspense>
      )
    case 'settings':
      return (
        <Suspense fallback={<main className="main" />}>
          <Settings />
        </Suspense>
      )
  }
}
