import { useEffect, useMemo, useRef } from 'react'
import type { Board } from '../../../shared/contract/staffing.ts'
import { boardWarnings } from '../../../shared/staffing/board-warnings.ts'
import type { SheetPlace } from '../../lib/places.ts'
import { useQuery } from '../../lib/use-query.ts'
import { useQuietQuery } from '../../lib/use-quiet-query.ts'
import { useSettled } from '../../lib/use-settled.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { BoardGrid } from './board/board-grid.tsx'
import { BoardTitle } from './board-title.tsx'
import { planShown } from './staffing-choice.ts'
import { useMinutes } from './use-minutes.ts'
import './staffing.css'
import './below-board.css'
import './sheet-board.css'

interface SheetBoardProps {
  place: SheetPlace
  /** Leads to the board that is written on. */
  onOpen(): void
}

/** How long a sheet is shown before the need of its channels is worked out. */
const leafingMs = 400

/** The channels of the shift below its count sheet, to look at; nothing where the checkpoint has none. */
export default function SheetBoard({ place, onOpen }: SheetBoardProps) {
  const { t } = useWords()
  const { output, reload } = useQuery('readBoard', place)
  // The one before stays until the next is there, so that what stands below does not jump.
  const last = useRef<Board | null>(null)
  useEffect(() => {
    if (output) last.current = output
  }, [output])
  const board = output ?? (last.current?.checkpoint === place.checkpoint ? last.current : null)
  useMinutes(board?.nowMinute ?? null, reload)
  const plan = board ? planShown({ plan: null }, board) : null
  // Leafing through shifts asks for nothing that takes the book a while.
  const key = `${place.checkpoint} ${place.date} ${place.shift}`
  const isSettled = useSettled(key, leafingMs) === key
  const { output: needed } = useQuietQuery(
    'readChannelsNeeded',
    isSettled && plan !== null && output && output.channels.length > 0 ? { ...place, plan } : null,
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
