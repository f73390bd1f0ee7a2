import { useMemo } from 'react'
import { boardWarnings } from '../../../shared/staffing/board-warnings.ts'
import type { SheetPlace } from '../../lib/places.ts'
import { useQuery } from '../../lib/use-query.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { BoardGrid } from './board/board-grid.tsx'
import { BoardTitle } from './board-title.tsx'
import { planShown } from './staffing-choice.ts'
import { useQuietQuery } from './use-quiet-query.ts'
import './staffing.css'

interface SheetBoardProps {
  place: SheetPlace
  /** Leads to the board that is written on. */
  onOpen(): void
}

/** The channels of the shift below its count sheet, to look at; nothing where the checkpoint has none. */
export default function SheetBoard({ place, onOpen }: SheetBoardProps) {
  const { t } = useWords()
  const { output: board } = useQuery('readBoard', place)
  const plan = board ? planShown({ plan: null }, board) : null
  const { output: needed } = useQuietQuery(
    'readChannelsNeeded',
    plan !== null && board && board.channels.length > 0 ? { ...place, plan } : null,
  )
  const gaps = useMemo(
    () =>
      (needed?.needs ?? []).flatMap(({ direction, kind, gaps: own }) =>
        own.map((gap) => ({ ...gap, direction, kind })),
      ),
    [needed],
  )
  const flagged = useMemo(
    () => new Set(board ? boardWarnings({ ...board, isPast: false }).map(({ opening }) => opening) : []),
    [board],
  )
  if (!board || plan === null || board.channels.length === 0) return null
  const minute = board.nowMinute ?? board.startsMinute
  return (
    <section className="sheet-board" aria-label={t('board.title')}>
      <div className="sheet-board-head">
        <BoardTitle now={{ board }} minute={minute} need={needed} />
        <button type="button" className="quiet" onClick={onOpen}>
          {t('board.toBoard')} <KeyHint>{t('keys.screen', { digit: 3 })}</KeyHint>
        </button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button above does the same by keys */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div className="sheet-board-click" onClick={onOpen}>
        <BoardGrid
          now={{ board, openings: board.openings, plan }}
          label={t('board.title')}
          gaps={gaps}
          flagged={flagged}
          cursor={null}
        />
      </div>
    </section>
  )
}
