import { useMemo } from 'react'
import { boardWarnings } from '../../../shared/staffing/board-warnings.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import type { BoardNow } from './board/board-actions.ts'
import type { ShownBoard } from './board-source.ts'
import { BoardTitle } from './board-title.tsx'
import { CopyNote } from './copy-note.tsx'
import { ExpectedSection } from './expected/expected-section.tsx'
import { LoadSection } from './load/load-section.tsx'
import { MethodsPanel } from './need/methods-panel.tsx'
import { useBoardNeed } from './need/use-board-need.ts'
import { boardName } from './staffing-board.tsx'
import { staffingChoice } from './staffing-choice.ts'
import { OpeningsTable } from './table/openings-table.tsx'
import { TablePanel } from './table/table-panel.tsx'

/** The openings as a table that is typed into. */
export function StaffingTable({ shown, now }: { shown: ShownBoard; now: BoardNow }) {
  const words = useWords()
  const { board, openings } = now
  const { withMethods } = useStore(staffingChoice)
  const need = useBoardNeed(now)
  const warnings = useMemo(
    () => boardWarnings({ ...board, openings: [...openings], isPast: board.date < shown.port.today }),
    [board, openings, shown.port.today],
  )
  return (
    <>
      <main className="main staffing">
        <CopyNote shown={shown} onDone={() => undefined} />
        <BoardTitle now={now} minute={board.startsMinute} need={need} />
        <OpeningsTable now={now} label={boardName(words, shown)} warnings={warnings} />
        <LoadSection now={now} />
        <ExpectedSection now={now} />
      </main>
      {withMethods ? <MethodsPanel need={need} minute={board.startsMinute} /> : <TablePanel />}
    </>
  )
}
