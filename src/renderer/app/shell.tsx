import { DaySheet } from '../areas/day-sheet/day-sheet.tsx'
import { FootLine } from './foot-line.tsx'
import { Rail } from './rail.tsx'
import { useUndo } from './use-undo.ts'

/** The window around the areas: what there is at the left, the truth at the foot. */
export function Shell({ book }: { book: string }) {
  const undo = useUndo()
  return (
    <div className="shell">
      <Rail />
      <DaySheet reveal={undo.changed} />
      <FootLine book={book} undo={undo} />
    </div>
  )
}
