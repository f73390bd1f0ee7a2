import { useMemo } from 'react'
import { boardWarnings } from '../../../shared/staffing/board-warnings.ts'
import { useWords } from '../../lib/use-words.ts'
import type { BoardNow } from './board/board-actions.ts'
import type { ShownBoard } from './board-source.ts'
import { CopyNote } from './copy-note.tsx'
import { boardName } from './staffing-board.tsx'
import { OpeningsTable } from './table/openings-table.tsx'
import { TablePanel } from './table/table-panel.tsx'

/** The openings as a table that is typed into. */
export function StaffingTable({ shown, now }: { shown: ShownBoard; now: BoardNow }) {
  const words = useWords()
  const { board, openings } = now
  const warnings = useMemo(
    () => boardWarnings({ ...board, openings: [...openings], isPast: board.date < shown.port.today }),
    [board, openings, shown.port.today],
  )
  return (
    <>
      <main className="main staffing">
        <CopyNote shown={shown} onDone={() => undefined} />
        <OpeningsTable now={now} label={boardName(words, shown)} warnings={warnings} />
      </main>
      <TablePanel />
    </>
  )
}
