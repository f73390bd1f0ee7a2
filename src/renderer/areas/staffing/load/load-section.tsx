import { useDeferredValue, useMemo } from 'react'
import { formatDecimal, formatPercent } from '../../../../shared/format.ts'
import { needsSomebody } from '../../../../shared/staffing/staffing-words.ts'
import { clockOf } from '../../../lib/clock.ts'
import { useQuietQuery } from '../../../lib/use-quiet-query.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import type { BoardNow } from '../board/board-actions.ts'
import { type HourLoad, hourLoad } from './hour-load.ts'

/** What the channels of the board had to do: by hour, and by kind of channel. */
export function LoadSection({ now }: { now: BoardNow }) {
  const { t } = useWords()
  const { board, openings, plan } = now
  const { checkpoint, date, shift } = board
  const { output: arrivals } = useQuietQuery('readBoardArrivals', { checkpoint, date, shift })
  const drawn = useDeferredValue(openings)
  const load = useMemo(
    () => arrivals && hourLoad({ ...board, openings: [...drawn] }, arrivals, plan),
    [board, drawn, arrivals, plan],
  )
  if (!load || !arrivals) return null
  const isCounted = load.hours.some(({ entries, exits }) => entries + exits > 0)
  // Nothing reported is not a nought.
  const isKnown = isCounted || !arrivals.incomplete
  return (
    <section className="load" aria-label={t('load.title')}>
      <h2 className="board-title">
        {t('load.title')}{' '}
        <em>{isCounted ? t(`load.profiles.${arrivals.profile}`) : t('load.nothingCounted')}</em>
        {isCounted && arrivals.incomplete && <em>{t('load.incomplete')}</em>}
      </h2>
      <div className="wide-table">
        <HoursTable load={load} isKnown={isKnown} />
      </div>
      {load.kinds.length > 0 && (
        <div className="wide-table">
          <KindsTable load={load} isKnown={isKnown} />
        </div>
      )}
    </section>
  )
}

const minutesInHour = 60
const unknown = '–'

interface LoadTableProps {
  load: HourLoad
  /** Whether anything is known of what came. */
  isKnown: boolean
}

function HoursTable({ load, isKnown }: LoadTableProps) {
  const words = useWords()
  const { t, number, language } = words
  const count = (come: number): string => (isKnown ? number(Math.round(come)) : unknown)
  const rows: { id: string; label: string; of(hour: HourLoad['hours'][number]): string }[] = [
    { id: 'entry', label: t('directions.entry'), of: ({ entries }) => count(entries) },
    { id: 'exit', label: t('directions.exit'), of: ({ exits }) => count(exits) },
    {
      id: 'open',
      label: t('load.openChannels'),
      of: ({ openMinutes }) => formatDecimal(openMinutes / minutesInHour, language),
    },
    {
      id: 'used',
      label: t('load.utilisation'),
      of: ({ utilisation }) => share(words, isKnown ? utilisation : null),
    },
  ]
  const without = load.hours.reduce((sum, each) => sum + each.withoutChannel, 0)
  return (
    <>
      <table className="load-figures">
        <thead>
          <tr>
            <th scope="col">{t('load.byHour')}</th>
            {load.hours.map(({ startsMinute }) => (
              <th key={startsMinute} scope="col">
                {clockOf(startsMinute)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, of }) => (
            <tr key={id} data-direction={id}>
              <th scope="row">{label}</th>
              {load.hours.map((hour) => (
                <td
                  key={hour.startsMinute}
                  data-full={(id === 'used' && (hour.utilisation ?? 0) >= 1) || undefined}
                >
                  {of(hour)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {Math.round(without) > 0 && (
        <p className="lacks">{t('load.withoutChannel', { number: number(Math.round(without)) })}</p>
      )}
    </>
  )
}

function KindsTable({ load, isKnown }: LoadTableProps) {
  const words = useWords()
  const { t, number, language } = words
  const hours = (minutes: number): string => formatDecimal(minutes / minutesInHour, language)
  return (
    <table className="load-figures">
      <thead>
        <tr>
          <th scope="col">{t('load.byKind')}</th>
          <th scope="col">{t('load.served')}</th>
          <th scope="col">{t('load.channelHours')}</th>
          <th scope="col">{t('load.perChannelHour')}</th>
          <th scope="col">{t('load.officerHours')}</th>
          <th scope="col">{t('load.perOfficerHour')}</th>
          <th scope="col">{t('load.utilisation')}</th>
        </tr>
      </thead>
      <tbody>
        {load.kinds
          .filter((each) => each.direction !== null)
          .map((each) => (
            <tr key={`${each.kind} ${each.direction}`} data-direction={each.direction}>
              <th scope="row">
                {t('need.queue', {
                  direction: t(`directions.${each.direction ?? 'entry'}`),
                  kind: t(`board.kinds.${each.kind}`),
                })}
              </th>
              <td>{isKnown ? number(Math.round(each.served)) : unknown}</td>
              <td>{hours(each.channelMinutes)}</td>
              <td>{rate(words, isKnown ? each.perChannelHour : null)}</td>
              <td>
                {each.unknownMinutes > 0 && each.officerMinutes === 0
                  ? needsSomebody(each.kind)
                    ? t('board.panel.notSaid')
                    : '–'
                  : hours(each.officerMinutes)}
              </td>
              <td>{rate(words, isKnown ? each.perOfficerHour : null)}</td>
              <td data-full={(each.utilisation ?? 0) >= 1 || undefined}>
                {share(words, isKnown ? each.utilisation : null)}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

const rate = ({ language }: Words, value: number | null): string =>
  value === null ? '–' : formatDecimal(value, language)

const share = ({ language }: Words, value: number | null): string =>
  value === null ? '–' : formatPercent(value, language)
