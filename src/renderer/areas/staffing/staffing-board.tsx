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
import { CopyNote } from './copy-note.tsx'
import { OpeningPanel } from './panel/opening-panel.tsx'

/** Where the cursor was left; it stays while another screen is shown. */
const boardCursor = createStore<BoardCursor | null>(null)

/** The board of channels, and beside it what the cursor stands on. */
export function StaffingBoard({ shown, now }: { shown: ShownBoard; now: BoardNow }) {
  const words = useWords()
  const { t } = words
  const { board, openings } = now
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
        <h2 className="board-title">
          {t('board.title')} <em>{inService(words, now, cursor)}</em>
        </h2>
        <BoardGrid
          ref={grid}
          now={now}
          label={boardName(words, shown)}
          gaps={[]}
          flagged={flagged}
          cursor={cursor}
          refusal={refusal}
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
        />
      </main>
      {control && (
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

/** How many channels are in service at the cursor. */
function inService({ t, number }: Words, { board }: BoardNow, cursor: BoardCursor | null): string {
  const minute = cursor?.minute ?? board.startsMinute
  const out = board.channels.filter(({ outages }) =>
    outages.some(({ from, to }) => from <= minute && minute < to),
  )
  const all = board.channels.length
  return t('board.inService', { number: number(all - out.length), all: number(all) })
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
