import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react'
import { boardWarnings } from '../../../shared/staffing/board-warnings.ts'
import { useCommands } from '../../lib/commands.ts'
import { createStore, useStore } from '../../lib/store.ts'
import { useWords, type Words } from '../../lib/use-words.ts'
import type { BoardNow } from './board/board-actions.ts'
import { boardControl } from './board/board-control.ts'
import { type BoardCursor, cursorOn } from './board/board-cursor.ts'
import { BoardGrid } from './board/board-grid.tsx'
import { boardCommands, pressOnBoard } from './board/board-keys.ts'
import { useBoardDrag } from './board/use-board-drag.ts'
import { boardSource, type ShownBoard } from './board-source.ts'
import { BoardTitle } from './board-title.tsx'
import { CopyNote } from './copy-note.tsx'
import { ExpectedSection } from './expected/expected-section.tsx'
import { LoadSection } from './load/load-section.tsx'
import { MethodsPanel } from './need/methods-panel.tsx'
import { type BoardNeed, useBoardNeed } from './need/use-board-need.ts'
import { OpeningPanel } from './panel/opening-panel.tsx'
import { staffingChoice } from './staffing-choice.ts'

/** Where the cursor was left; it stays while another screen is shown. */
const boardCursor = createStore<BoardCursor | null>(null)

const noGaps: BoardNeed['gaps'] = []

/** The board of channels, and beside it what the cursor stands on. */
export function StaffingBoard({ shown, now }: { shown: ShownBoard; now: BoardNow }) {
  const words = useWords()
  const { board, openings } = now
  const { withMethods } = useStore(staffingChoice)
  const need = useBoardNeed(now)
  const refusal = useStore(boardSource.refusal)
  const cursor = cursorOn(board, useStore(boardCursor))
  const grid = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLElement>(null)
  const onPointerDown = useBoardDrag(now, boardCursor.set)

  const focusBoard = useCallback(() => grid.current?.focus({ preventScroll: true }), [])
  useEffect(() => focusBoard(), [focusBoard])

  const warnings = useMemo(
    () => boardWarnings({ ...board, openings: [...openings], isPast: board.date < shown.port.today }),
    [board, openings, shown.port.today],
  )
  const flagged = useMemo(() => new Set(warnings.map(({ opening }) => opening)), [warnings])

  const control =
    cursor &&
    boardControl(now, cursor, boardCursor.set, (field) =>
      panel.current?.querySelector<HTMLElement>(`[data-field="${field}"] input`)?.focus(),
    )
  useCommands(() => (control ? boardCommands(control) : []))

  function onKeyDown(event: KeyboardEvent): void {
    if (!control || event.target !== grid.current) return
    if (event.key === 'Escape') boardSource.refusal.set(null)
    if (pressOnBoard(event.nativeEvent, control)) event.preventDefault()
  }

  return (
    <>
      <main className="main staffing">
        <CopyNote shown={shown} onDone={focusBoard} />
        <BoardTitle now={now} minute={cursor?.minute ?? board.startsMinute} need={need} />
        <BoardGrid
          ref={grid}
          now={now}
          label={boardName(words, shown)}
          gaps={need?.gaps ?? noGaps}
          flagged={flagged}
          cursor={cursor}
          refusal={refusal}
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
        />
        <LoadSection now={now} />
        <ExpectedSection now={now} />
      </main>
      {withMethods && <MethodsPanel need={need} minute={cursor?.minute ?? board.startsMinute} />}
      {control && !withMethods && (
        <OpeningPanel
          ref={panel}
          control={control}
          warnings={warnings.filter(({ opening }) => opening === control.opening?.opening)}
          onDone={focusBoard}
        />
      )}
    </>
  )
}

/** What the board is called by those who listen. */
export function boardName({ t, name, dateWithWeekday }: Words, { place, port }: ShownBoard): string {
  const checkpoint = port.checkpoints.find((each) => each.checkpoint === place.checkpoint)
  const shift = checkpoint?.shifts.find((each) => each.shift === place.shift)
  return t('board.label', {
    checkpoint: checkpoint ? name(checkpoint.names) : place.checkpoint,
    date: dateWithWeekday(place.date),
    shift: shift ? name(shift.names) : t('sheet.day'),
  })
}
