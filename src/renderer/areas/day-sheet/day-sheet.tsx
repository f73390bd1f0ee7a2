import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useCommands } from '../../lib/commands.ts'
import type { SheetPlace } from '../../lib/places.ts'
import { useStore } from '../../lib/store.ts'
import { useWords, type Words } from '../../lib/use-words.ts'
import { LiveMessage } from '../../ui/live-message.tsx'
import { CellPanel } from './cell-panel.tsx'
import { type CellTarget, targetKey } from './cell-target.ts'
import { CountGrid } from './count-grid.tsx'
import { intoSheet } from './notes/notes-focus.ts'
import { ShiftNotes } from './notes/shift-notes.tsx'
import { sheetCommands } from './sheet-commands.ts'
import { SheetHeader } from './sheet-header.tsx'
import { groupsOf, type SheetRow } from './sheet-rows.ts'
import type { ShownSheet } from './sheet-source.ts'
import { sheetSource } from './sheet-state.ts'
import { basesThatFit, useInnerWidth } from './shown-bases.ts'
import { useCountGrid } from './use-count-grid.ts'
import { useRefusalNews } from './use-refusal-news.ts'
import { useSheetEvents } from './use-sheet-events.ts'

interface DaySheetProps {
  /** The cell that undo or redo has just changed. */
  reveal: CellTarget | null
  /** Shows the report of the sheet that is shown. */
  onReport(): void
  /** What stands below the sheet of a place: its channels. */
  below(place: SheetPlace): ReactNode
}

/** The home of the window: the count sheet of one shift. */
export function DaySheet({ reveal, onReport, below }: DaySheetProps) {
  const { t, error } = useWords()
  const shown = useStore(sheetSource.shown)
  const problem = useStore(sheetSource.problem)
  useSheetEvents()
  useCommands(() => sheetCommands(onReport))

  return (
    <>
      {shown ? (
        <Sheet shown={shown} reveal={reveal} onReport={onReport} below={below} />
      ) : (
        <main className="main">
          {!problem && (
            <p className="faint" aria-busy>
              {t('sheet.loading')}
            </p>
          )}
        </main>
      )}
      {problem && (
        <p className="sheet-problem" role="alert">
          {error(problem)}
        </p>
      )}
    </>
  )
}

function Sheet({ shown, reveal, onReport, below }: DaySheetProps & { shown: ShownSheet }) {
  const words = useWords()
  const groups = useMemo(() => groupsOf(shown.sheet), [shown])
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups])
  const withBoth = shown.sheet.columns.length > 1
  const grid = useCountGrid(shown, rows, withBoth)
  const main = useRef<HTMLElement>(null)
  const compared = basesThatFit(shown.sheet, useInnerWidth(main))
  const refusal = useRefusalNews(rows, shown)

  useLayoutEffect(() => {
    intoSheet.set(() => grid.focus(grid.active))
    return () => intoSheet.set(null)
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another sheet moves the cursor
  useLayoutEffect(() => grid.settle(), [shown])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each undo or redo
  useEffect(() => {
    const place = reveal && placeOf(rows, targetKey(reveal))
    if (place) grid.focus(place)
  }, [reveal])

  return (
    <>
      <SheetHeader shown={shown} onReport={onReport} />
      <main className="main day-sheet" ref={main}>
        <CountGrid
          shown={shown}
          groups={groups}
          withBoth={withBoth}
          grid={grid}
          label={sheetName(words, shown)}
          compared={compared}
        />
        {below(shown.place)}
        <ShiftNotes place={shown.place} notes={shown.notes} />
      </main>
      <CellPanel shown={shown} rows={rows} place={grid.active} />
      <LiveMessage text={refusal} />
    </>
  )
}

function placeOf(rows: readonly SheetRow[], key: string): { row: number; column: number } | null {
  for (const [row, { kind, ...rest }] of rows.entries()) {
    if (kind === 'sum' || !('cells' in rest)) continue
    const column = rest.cells.findIndex((cell) => cell && targetKey(cell.target) === key)
    if (column >= 0) return { row, column }
  }
  return null
}

function sheetName({ t, name, dateWithWeekday }: Words, { place, port }: ShownSheet): string {
  const checkpoint = port.checkpoints.find((each) => each.checkpoint === place.checkpoint)
  const shift = checkpoint?.shifts.find((each) => each.shift === place.shift)
  return t('sheet.label', {
    checkpoint: checkpoint ? name(checkpoint.names) : place.checkpoint,
    date: dateWithWeekday(place.date),
    shift: shift ? name(shift.names) : t('sheet.day'),
  })
}
