import type { CountValue } from '../../../shared/contract/crossings.ts'
import { formatPercent } from '../../../shared/format.ts'
import { useQuery } from '../../lib/use-query.ts'
import { useSettled } from '../../lib/use-settled.ts'
import { useWords } from '../../lib/use-words.ts'
import type { CellTarget } from './cell-target.ts'
import { valueWords } from './cell-words.ts'
import { RecentBars } from './recent-bars.tsx'
import { changeFrom } from './recent-values.ts'

/** A cursor that runs over the sheet reads nothing on its way. */
const settleMs = 90

interface CellContextProps {
  target: Extract<CellTarget, { entity: 'count' }>
  value: CountValue
}

/** What the figure is judged by: the shift before, last week, last year, and the last twelve of its kind. */
export function CellContext({ target, value }: CellContextProps) {
  const words = useWords()
  const { t, language, dateWithWeekday } = words
  const { entity: _, ...place } = target
  const asked = useSettled(JSON.stringify(place), settleMs)
  const { output: context } = useQuery('readCellContext', JSON.parse(asked))
  if (!context || asked !== JSON.stringify(place)) return <section className="context" aria-busy />
  const kind = target.period === 'day' ? 'day' : 'shift'
  const bases = [
    ...(context.shiftBefore ? [{ name: t(`bases.shiftBefore.${kind}`), ...context.shiftBefore }] : []),
    { name: t(`bases.weekBefore.${kind}`), ...context.weekBefore },
    { name: t(`bases.yearBefore.${kind}`), ...context.yearBefore },
  ]
  return (
    <section className="context">
      <RecentBars recent={context.recent} now={{ date: target.date, value }} />
      <table aria-label={t('bases.label')}>
        <tbody>
          {bases.map((base) => {
            const change = changeFrom(base.value, value)
            return (
              <tr key={base.name} title={dateWithWeekday(base.date)}>
                <th scope="row">{base.name}</th>
                <td data-known={typeof base.value === 'number' || undefined}>
                  {valueWords(words, base.value)}
                </td>
                <td className="change">
                  {change === null ? t('bases.noChange') : formatPercent(change, language, { signed: true })}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
