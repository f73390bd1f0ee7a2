import { useState } from 'react'
import type { BusDay } from '../../../../shared/contract/buses.ts'
import { formatMonth } from '../../../../shared/format.ts'
import { useCommands } from '../../../lib/commands.ts'
import { useStore } from '../../../lib/store.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { Segments } from '../../../ui/segments.tsx'
import { boardSource } from '../board-source.ts'
import { busKeys, copyRefusal } from './bus-commands.ts'
import { BusMonthTable } from './bus-month.tsx'
import { BusPanel } from './bus-panel.tsx'
import { BusTable } from './bus-table.tsx'
import '../typed-table.css'
import './buses.css'
import './bus-facts.css'
import '../figure-table.css'

const spans = ['day', 'month'] as const
type Span = (typeof spans)[number]

/** The buses of a date, typed by keyboard, beside the count sheet; or those of its month. */
export function Buses({ date, onSettings }: { date: string; onSettings(): void }) {
  const { t, error, language } = useWords()
  const [span, setSpan] = useState<Span>('day')
  const { output: day, error: problem } = useQuery('readBusDay', { date })
  const month = useQuery('readBusMonth', span === 'month' ? { month: date.slice(0, 7) } : null).output
  const refusal = useStore(copyRefusal)
  useCommands(() => busKeys)
  const shown = span === 'month' ? month : day
  const isEmpty = day !== null && day.routes.length === 0
  return (
    <>
      <main className="main staffing">
        <div className="bus-title">
          <h1>{t('buses.title')}</h1>
          {span === 'month' && <span className="faint">{formatMonth(date.slice(0, 7), language)}</span>}
          {span === 'day' && day && <Clocks day={day} />}
          <span className="spring" />
          <Segments<Span>
            label={t('buses.span')}
            value={span}
            choices={spans.map((value) => ({ value, label: t(`buses.spans.${value}`) }))}
            onChoose={setSpan}
          />
        </div>
        {refusal?.date === date && (
          <p className="board-note bad" role="alert">
            {error(refusal.error)}
          </p>
        )}
        {problem && (
          <p className="bad" role="alert">
            {error(problem)}
          </p>
        )}
        {!day && !problem && (
          <p className="faint" aria-busy>
            {t('buses.loading')}
          </p>
        )}
        {isEmpty && (
          <p>
            {t('buses.noRoutes')}{' '}
            <button type="button" onClick={onSettings}>
              {t('board.toSettings')}
            </button>
          </p>
        )}
        {day && !isEmpty && span === 'day' && <BusTable key={date} day={day} />}
        {span === 'month' && month && (
          <BusMonthTable
            month={month}
            onDay={(chosen) => {
              boardSource.open({ date: chosen })
              setSpan('day')
            }}
          />
        )}
      </main>
      {shown && <BusPanel shown={shown} />}
    </>
  )
}

/** By how much the clocks of the far sides differ on this date. */
function Clocks({ day }: { day: BusDay }) {
  const { t, number } = useWords()
  return day.clocks.map(({ zone, minutesAhead }) => {
    const minutes = Math.abs(minutesAhead)
    const hours = Math.floor(minutes / 60)
    const by =
      minutes % 60 === 0
        ? t('buses.hours', { hours: number(hours) })
        : t('buses.hoursAndMinutes', { hours: number(hours), minutes: number(minutes % 60) })
    return (
      <span key={zone} className="faint">
        {t(minutesAhead < 0 ? 'buses.behind' : 'buses.ahead', { zone, by })}
      </span>
    )
  })
}
