import { useEffect } from 'react'
import { onDeskEvent } from '../../lib/bridge.ts'
import { useCommands } from '../../lib/commands.ts'
import type { SheetPlace } from '../../lib/places.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { useHeldKeys } from '../../ui/use-held-keys.ts'
import { boardSource, type ShownBoard } from './board-source.ts'
import { Buses } from './buses/buses.tsx'
import { NoChannels } from './no-channels.tsx'
import { Officers } from './officers/officers.tsx'
import { StaffingBoard } from './staffing-board.tsx'
import { planShown, staffingChoice } from './staffing-choice.ts'
import { peopleAndBuses, staffingCommands } from './staffing-commands.ts'
import { StaffingHeader } from './staffing-header.tsx'
import { StaffingTable } from './staffing-table.tsx'
import { useMinutes } from './use-minutes.ts'
import './staffing.css'
import './below-board.css'

interface StaffingProps {
  /** The place to begin with: the sheet's that one comes from. Null stays where one was. */
  place: SheetPlace | null
  /** Leads to where channels, or bus routes, are entered. */
  onSettings(section: 'channels' | 'routes', checkpoint: string): void
}

/** Who opened which channel, is it enough, what should the next shift open. */
export default function Staffing({ place, onSettings }: StaffingProps) {
  const { t, error } = useWords()
  const shown = useStore(boardSource.shown)
  const problem = useStore(boardSource.problem)
  useHeldKeys(boardSource.towards)
  const { view } = useStore(staffingChoice)
  const isBoard = view === 'board' || view === 'table'
  useCommands(() => [...(shown && isBoard ? staffingCommands : []), ...peopleAndBuses(view)])

  // biome-ignore lint/correctness/useExhaustiveDependencies: where one comes from counts once
  useEffect(() => {
    boardSource.begin(place)
    return onDeskEvent(boardSource.reload)
  }, [])

  useMinutes(shown?.board.nowMinute ?? null, boardSource.reload)

  if (shown) return <Shown shown={shown} onSettings={onSettings} />
  return (
    <main className="main wide">
      {problem ? (
        <p className="bad" role="alert">
          {error(problem)}
        </p>
      ) : (
        <p className="faint" aria-busy>
          {t('board.loading')}
        </p>
      )}
    </main>
  )
}

function Shown({ shown, onSettings }: Pick<StaffingProps, 'onSettings'> & { shown: ShownBoard }) {
  const choice = useStore(staffingChoice)
  const openings = useStore(boardSource.openings)
  const plan = planShown(choice, shown.board)
  const now = { board: shown.board, openings, plan }
  return (
    <>
      <StaffingHeader shown={shown} plan={plan} />
      {choice.view === 'buses' ? (
        <Buses date={shown.place.date} onSettings={() => onSettings('routes', shown.place.checkpoint)} />
      ) : choice.view === 'officers' ? (
        <Officers date={shown.place.date} checkpoint={shown.place.checkpoint} />
      ) : shown.board.channels.length === 0 ? (
        <NoChannels onSettings={() => onSettings('channels', shown.place.checkpoint)} />
      ) : choice.view === 'board' ? (
        <StaffingBoard shown={shown} now={now} />
      ) : (
        <StaffingTable shown={shown} now={now} />
      )}
    </>
  )
}
