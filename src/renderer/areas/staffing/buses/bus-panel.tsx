import type { BothWays, BusComparison, BusDay } from '../../../../shared/contract/buses.ts'
import { formatDecimal, formatDifference } from '../../../../shared/format.ts'
import { directions } from '../../../../shared/words.ts'
import { keyLine } from '../../../lib/commands.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import { KeyList } from '../../../ui/key-list.tsx'
import { busKeys } from './bus-commands.ts'

/** Beside the departures: what the count sheet says, and the sums of both kinds of routes. */
export function BusPanel({ shown }: { shown: Pick<BusDay, 'comparison' | 'crossing' | 'inland'> }) {
  const words = useWords()
  const { t } = words
  return (
    <aside className="side" aria-label={t('buses.panel')}>
      <section>
        <h2>{t('buses.besideSheet')}</h2>
        <Comparisons rows={shown.comparison} />
      </section>
      <section>
        <h2>{t('buses.sums')}</h2>
        <BusSums crossing={shown.crossing} inland={shown.inland} />
      </section>
      <p className="faint">{t('buses.howTo')}</p>
      <KeyList title={t('panel.keys')} keys={busKeys.map((command) => keyLine(command, words))} />
    </aside>
  )
}

/** Departures less what the count sheet says, line by line. */
export function Comparisons({ rows }: { rows: readonly BusComparison[] }) {
  const words = useWords()
  const { t, name, number } = words
  if (rows.length === 0) return <p className="faint">{t('buses.nothingCompared')}</p>
  const several = new Set(rows.map(({ checkpoint }) => checkpoint)).size > 1
  return (
    <table className="bus-facts">
      <thead>
        <tr>
          <th scope="col">{t('buses.line')}</th>
          <th scope="col">{t('buses.here')}</th>
          <th scope="col">{t('buses.sheet')}</th>
          <th scope="col">{t('buses.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={`${row.checkpoint} ${row.line} ${row.direction}`}
            data-differs={(row.difference ?? 0) !== 0 || undefined}
          >
            <th scope="row">
              {t('buses.lineWay', {
                line: name(row.lineNames),
                way: t(`directions.${row.direction}`),
              })}
              {several && row.names && <em> {name(row.names)}</em>}
            </th>
            <td>
              {row.departures === null ? t('buses.none') : number(row.departures)}
              {row.unknown > 0 && <em> {t('buses.unknown', { number: number(row.unknown) })}</em>}
            </td>
            <td>{sheetWords(words, row)}</td>
            <td>{row.difference === null ? '' : signed(words, row.difference)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function sheetWords({ t, number }: Words, { sheet, state }: BusComparison): string {
  if (sheet === null) return t(`buses.states.${state === 'number' ? 'not-reported' : state}`)
  return state === 'incomplete' ? t('buses.incomplete', { number: number(sheet) }) : number(sheet)
}

const signed = ({ language }: Words, value: number): string => formatDifference(value, language)

/** The routes that cross the border and those that do not, never added up together. */
export function BusSums({ crossing, inland }: { crossing: BothWays; inland: BothWays }) {
  const words = useWords()
  const { t, number, language } = words
  const row = (kind: 'crossing' | 'inland', way: (typeof directions)[number]) => {
    const flow = { crossing, inland }[kind][way]
    const label = kind === 'crossing' ? t(`directions.${way}`) : t(`buses.inlandWays.${way}`)
    return (
      <tr key={`${kind} ${way}`}>
        <th scope="row">{label}</th>
        <td>{flow.departures === 0 ? t('buses.none') : number(flow.vehicles)}</td>
        <td>{flow.passengers === null ? t('buses.none') : number(flow.passengers)}</td>
        <td>{flow.perVehicle === null ? '' : formatDecimal(flow.perVehicle, language)}</td>
      </tr>
    )
  }
  return (
    <table className="bus-facts">
      <thead>
        <tr>
          <th />
          <th scope="col">{t('buses.columns.vehicles')}</th>
          <th scope="col">{t('buses.columns.passengers')}</th>
          <th scope="col">{t('buses.columns.perVehicle')}</th>
        </tr>
      </thead>
      {(['crossing', 'inland'] as const).map((kind) => (
        <tbody key={kind}>
          <tr>
            <th colSpan={4} scope="rowgroup">
              {t(`buses.kinds.${kind}`)}
            </th>
          </tr>
          {directions.map((way) => row(kind, way))}
        </tbody>
      ))}
    </table>
  )
}
