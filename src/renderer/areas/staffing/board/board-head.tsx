import { clockOf } from '../../../lib/clock.ts'
import { percentAt, type TimeAxis } from './time-axis.ts'

/** The hours above the board. */
export function BoardHead({ axis }: { axis: TimeAxis }) {
  return (
    <div className="board-row hours" aria-hidden="true">
      <span className="name" />
      <span className="lane">
        {axis.hours.map((minute) => (
          <small key={minute} style={{ left: `${percentAt(axis, minute)}%` }}>
            {clockOf(minute)}
          </small>
        ))}
      </span>
    </div>
  )
}
