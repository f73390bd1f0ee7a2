import type { ExpectedArrivals } from '../../../../shared/contract/forecast.ts'
import { formatPercent, formatTimeSpan } from '../../../../shared/format.ts'
import { wholeDay } from '../../../lib/places.ts'
import { useQuietQuery } from '../../../lib/use-quiet-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import type { BoardNow } from '../board/board-actions.ts'
import { BusesInShift, knownAhead } from './known-ahead.tsx'

/** How many are expected in the next shift and the next 14 days, with their interval, and how such forecasts turned out. */
export function ExpectedSection({ now }: { now: BoardNow }) {
  const words = useWords()
  const { t, error, number } = words
  const { checkpoint, after } = now.board
  const { output, error: problem } = useQuietQuery('readExpectedArrivals', {
    checkpoint,
    from: after.date,
    ...(after.shift === wholeDay ? {} : { shift: after.shift }),
  })
  return (
    <section className="expected" aria-label={t('expected.title')} aria-busy={!output && !problem}>
      <h2 className="board-title">
        {t('expected.title')} {output?.unit && <em>{t(`unitsInText.${output.unit}`)}</em>}
        {!output && !problem && <em>{t('need.reading')}</em>}
      </h2>
      {problem && <p className="bad">{error(problem)}</p>}
      {output?.notEnough && (
        <p className="faint">
          {t(`expected.notEnough.${output.notEnough.reason}`, {
            days: number(output.notEnough.days),
            needed: number(output.notEnough.needed),
          })}
        </p>
      )}
      {output?.shift && <NextShift expected={output} />}
      {output && output.directions.length > 0 && (
        <>
          <div className="wide-table">
            <DaysTable expected={output} />
          </div>
          <TrackRecords expected={output} />
        </>
      )}
    </section>
  )
}

function NextShift({ expected }: { expected: ExpectedArrivals }) {
  const { t, name, number, dateWithWeekday } = useWords()
  const { shift, directions } = expected
  const date = directions.at(0)?.days.at(0)?.date
  if (!shift || date === undefined) return null
  return (
    <p>
      {t('expected.nextShift', {
        date: dateWithWeekday(date),
        shift: t('sheet.shiftWithTimes', {
          shift: name(shift.names),
          times: formatTimeSpan(shift.starts, shift.ends),
        }),
      })}{' '}
      {shift.directions.map(({ direction, count, low, high, busesAdd }) => (
        <span key={direction} className="next" data-direction={direction}>
          {t(`directionsInText.${direction}`)} <b>{count === null ? t('need.notKnown') : number(count)}</b>{' '}
          {low !== null && high !== null && (
            <small>{t('expected.interval', { low: number(low), high: number(high) })}</small>
          )}{' '}
          <BusesInShift added={busesAdd} />
        </span>
      ))}
    </p>
  )
}

/** The days side by side by direction; a bar says how many, a paler one how far it may go. */
function DaysTable({ expected }: { expected: ExpectedArrivals }) {
  const words = useWords()
  const { t, number, dateWithWeekday } = words
  const { directions } = expected
  const known = knownAhead(words, expected)
  const dates = directions.at(0)?.days.map(({ date }) => date) ?? []
  const most = Math.max(1, ...directions.flatMap(({ days }) => days.map((day) => day.high ?? day.count ?? 0)))
  return (
    <table className="load-figures days">
      <thead>
        <tr>
          <th scope="col">{t('expected.day')}</th>
          {directions.map(({ direction }) => (
            <th key={direction} scope="colgroup" colSpan={3} data-direction={direction}>
              {t(`directions.${direction}`)}
            </th>
          ))}
          {known.size > 0 && (
            <th scope="col" className="known">
              {t('expected.known')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {dates.map((date, at) => (
          <tr key={date}>
            <th scope="row">{dateWithWeekday(date)}</th>
            {directions.map(({ direction, days }) => {
              const day = days[at]
              if (day?.state !== 'expected' || day.count === null) {
                return (
                  <td key={direction} colSpan={3} className="faint">
                    {day?.state === 'closed' ? t('board.closed') : t('need.notKnown')}
                  </td>
                )
              }
              const { count, low, high } = day
              return [
                <td key={`${direction} count`}>
                  <b>{number(count)}</b>
                </td>,
                <td key={`${direction} interval`} className="faint">
                  {low !== null && high !== null
                    ? t('expected.interval', { low: number(low), high: number(high) })
                    : ''}
                </td>,
                <td key={`${direction} bar`} className="bar-cell" data-direction={direction}>
                  <i style={{ width: `${((high ?? count) / most) * 100}%` }} />
                  <u style={{ width: `${(count / most) * 100}%` }} />
                </td>,
              ]
            })}
            {known.size > 0 && <td className="known">{known.get(date)?.join(t('settings.list'))}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How forecasts made a day and a week ahead turned out over the last 90 known days. */
function TrackRecords({ expected }: { expected: ExpectedArrivals }) {
  const { t, number, language } = useWords()
  const lines = expected.directions.flatMap(({ direction, record }) =>
    (['dayAhead', 'weekAhead'] as const).flatMap((ahead) => {
      const { days, error, naive, held } = record[ahead]
      if (error === null || days === 0) return []
      return [
        t('expected.record', {
          direction: t(`directionsInText.${direction}`),
          ahead: t(`expected.ahead.${ahead}`),
          days: number(days),
          error: formatPercent(error, language),
          naive: naive === null ? t('need.notKnown') : formatPercent(naive, language),
          held: held === null ? t('need.notKnown') : formatPercent(held, language),
        }),
      ]
    }),
  )
  return (
    <ul className="records-of-forecast">
      {lines.length === 0 ? <li className="faint">{t('expected.noRecord')}</li> : null}
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
