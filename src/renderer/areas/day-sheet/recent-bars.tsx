import type { CountValue } from '../../../shared/contract/crossings.ts'
import { useWords } from '../../lib/use-words.ts'
import { valueWords } from './cell-words.ts'
import { barHeights } from './recent-values.ts'

interface Figure {
  date: string
  value: CountValue
}

const height = 44
const step = 20
const width = 18

/** The last values of a cell as small bars, the one in focus at the end; a missing one is a dot on the ground. */
export function RecentBars({ recent, now }: { recent: readonly Figure[]; now: Figure }) {
  const words = useWords()
  const { t, dateWithWeekday } = words
  const bars = [...recent, now]
  const heights = barHeights(bars.map((bar) => bar.value))
  const told = (bar: Figure) =>
    t('bases.bar', { date: dateWithWeekday(bar.date), value: valueWords(words, bar.value) })
  return (
    <svg
      className="recent-bars"
      viewBox={`0 0 ${bars.length * step - (step - width)} ${height}`}
      role="img"
      aria-label={t('bases.recent', {
        values: recent.map((bar) => valueWords(words, bar.value)).join(' · '),
      })}
    >
      {bars.map((bar, at) => {
        const share = heights[at] ?? null
        const tall = share === null ? 0 : Math.max(1.5, share * (height - 1))
        const x = at * step
        return (
          <g key={bar.date} data-now={at === bars.length - 1 || undefined}>
            <title>{told(bar)}</title>
            {share === null ? (
              <circle cx={x + width / 2} cy={height - 2} r={1.5} />
            ) : (
              <rect x={x} y={height - tall} width={width} height={tall} rx={1} />
            )}
          </g>
        )
      })}
    </svg>
  )
}
