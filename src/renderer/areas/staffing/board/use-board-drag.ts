import { type PointerEvent, useEffect, useRef } from 'react'
import { boardSource } from '../board-source.ts'
import { type BoardNow, endEdit, openingEdit, startEdit } from './board-actions.ts'
import type { BoardCursor } from './board-cursor.ts'
import type { BoardEdit } from './board-edits.ts'
import { minuteAtShare } from './time-axis.ts'

/** Minutes that the mouse moves in. */
const mouseStep = 5
/** A shorter way is a click. */
const fewestPixels = 4

/**
 * Drawing with the mouse: over empty time a new opening, by an end of a bar that end. Esc takes back what is not let go.
 * @returns what to do when the button goes down over a channel's time
 */
export function useBoardDrag(
  now: BoardNow,
  onCursor: (cursor: BoardCursor) => void,
): (event: PointerEvent<HTMLElement>, channel: string) => void {
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  return (event, channel) => {
    if (event.button !== 0) return
    const lane = event.currentTarget
    const { board } = now
    const span = { from: board.startsMinute, to: board.endsMinute }
    const minuteAt = (clientX: number): number => {
      const { left, width } = lane.getBoundingClientRect()
      return minuteAtShare(span, (clientX - left) / width, mouseStep)
    }
    const target = event.target as HTMLElement
    const bar = target.closest<HTMLElement>('[data-opening]')
    const edge = target.dataset.edge
    const opening = now.openings.find((each) => each.opening === bar?.dataset.opening)
    const begun = minuteAt(event.clientX)
    const beganAt = event.clientX
    onCursor({ channel, minute: begun })
    if (opening && edge === undefined) return

    const drawn = openingEdit(now, { channel, minute: begun })
    let edit: BoardEdit | null = null
    const editAt = (clientX: number): BoardEdit | null => {
      const minute = minuteAt(clientX)
      if (opening) return edge === 'start' ? startEdit(now, opening, minute) : endEdit(now, opening, minute)
      const first = Math.min(begun, minute)
      const last = Math.max(begun, minute)
      const whole = last - first < mouseStep ? null : openingEdit(now, { channel, minute: first }, last)
      // The same opening through the whole drag.
      return whole?.kind === 'open' && drawn?.kind === 'open'
        ? { ...whole, opening: { ...whole.opening, opening: drawn.opening.opening } }
        : null
    }
    const onMove = (moved: globalThis.PointerEvent): void => {
      if (edit === null && Math.abs(moved.clientX - beganAt) < fewestPixels) return
      edit = editAt(moved.clientX)
      boardSource.draft(edit)
    }
    const end = (): void => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onCancel)
      window.removeEventListener('keydown', onKeyDown, true)
      stop.current = null
    }
    const onUp = (): void => {
      end()
      boardSource.draft(null)
      if (edit) void boardSource.edit(edit, { channel, minute: begun })
      if (edit?.kind === 'open') onCursor({ channel, minute: edit.opening.startsMinute })
    }
    const onCancel = (): void => {
      end()
      boardSource.draft(null)
    }
    const onKeyDown = (key: globalThis.KeyboardEvent): void => {
      if (key.key !== 'Escape') return
      key.preventDefault()
      key.stopPropagation()
      onCancel()
    }
    stop.current = onCancel
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onCancel)
    window.addEventListener('keydown', onKeyDown, true)
  }
}
