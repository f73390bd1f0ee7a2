import type { QueueNeed } from '../../../../shared/queue/queue-need.ts'
import { clockOf } from '../../../lib/clock.ts'
import { useWords } from '../../../lib/use-words.ts'

const [width, height, ground] = [260, 64, 14]

/** Queue length as bars and the mean wait as a line over the shift, each to its own scale. */
export function WaitingCurve({ queue }: { queue: QueueNeed }) {
  const { t, number } = useWords()
  const { quarters } = queue.course
  const step = width / Math.max(1, quarters.length)
  const mostQueue = Math.max(1, ...quarters.map((each) => each.queue))
  const mostWait = Math.max(1, ...quarters.map((each) => each.meanMinutes ?? 0))
  const line = quarters
    .map((each, at) => `${(at + 0.5) * step},${height - ((each.meanMinutes ?? 0) / mostWait) * (height - 4)}`)
    .join(' ')
  const first = queue.quarters.at(0)
  const last = queue.quarters.at(-1)
  const told = t('need.curve', {
    queue: number(Math.round(mostQueue)),
    minutes: number(Math.round(mostWait)),
  })
  return (
    <figure className="waiting-curve">
      <svg viewBox={`0 0 ${width} ${height + ground}`} role="img" aria-label={told}>
        {quarters.map((each, at) => {
          const tall = (each.queue / mostQueue) * (height - 4)
          return (
            <rect
              key={queue.quarters[at]?.from ?? at}
              x={at * step + 0.5}
              y={height - tall}
              width={Math.max(0.5, step - 1)}
              height={tall}
            />
          )
        })}
        <polyline points={line} />
        <line x1={0} x2={width} y1={height} y2={height} />
        {first && last && (
          <>
            <text x={0} y={height + ground - 3}>
              {clockOf(first.from)}
            </text>
            <text x={width} y={height + ground - 3} textAnchor="end">
              {clockOf(last.to, true)}
            </text>
          </>
        )}
      </svg>
      <figcaption>{told}</figcaption>
    </figure>
  )
}
