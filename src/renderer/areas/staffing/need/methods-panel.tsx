import { formatDecimal, formatPercent } from '../../../../shared/format.ts'
import type { QueueNeed } from '../../../../shared/queue/queue-need.ts'
import { clockOf, clockSpan } from '../../../lib/clock.ts'
import { keyLine } from '../../../lib/commands.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import { KeyList } from '../../../ui/key-list.tsx'
import { methodsCommand } from '../staffing-commands.ts'
import type { BoardNeed } from './use-board-need.ts'
import { WaitingCurve } from './waiting-curve.tsx'
import './methods.css'

interface MethodsPanelProps {
  need: BoardNeed | null
  /** The minute of the cursor. */
  minute: number
}

/** How the need is worked out: the three methods with their assumptions and numbers, queue by queue. */
export function MethodsPanel({ need, minute }: MethodsPanelProps) {
  const words = useWords()
  const { t } = words
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse it is scrolled while it has the focus
    <aside className="side methods" aria-label={t('need.methods')} tabIndex={0}>
      <section>
        <h2>{t('need.methods')}</h2>
        <p className="faint">{t('need.neededIs')}</p>
      </section>
      {!need && <p className="faint">{t('need.reading')}</p>}
      {need?.needs.map((queue) => (
        <QueueMethods
          key={`${queue.direction} ${queue.kind} ${queue.lines?.join() ?? ''}`}
          queue={queue}
          need={need}
          minute={minute}
        />
      ))}
      <KeyList title={t('panel.keys')} keys={[keyLine(methodsCommand, words)]} />
    </aside>
  )
}

function QueueMethods({ queue, need, minute }: { queue: QueueNeed; need: BoardNeed; minute: number }) {
  const words = useWords()
  const { t, number } = words
  const source = need.queues.find(
    (each) => each.direction === queue.direction && (each.kind === queue.kind || queue.kind === 'e-gate'),
  )
  const isBeside = source !== undefined && source.kind !== queue.kind
  const all = source?.arrivals.count ?? null
  // Before e-gates stand those of everybody who may use them.
  const count = all === null || !source ? null : isBeside ? all * source.demand.eGateShare : all
  const time = need.serviceTimes.find(({ kind }) => kind === queue.kind)
  const quarter = queue.quarters.find(({ from, to }) => from <= minute && minute < to) ?? queue.quarters.at(0)
  return (
    <section className="queue-methods">
      <h3>
        {t('need.queue', {
          direction: t(`directions.${queue.direction}`),
          kind: t(`board.kinds.${queue.kind}`),
        })}
      </h3>
      <dl className="facts">
        <dt>{t('need.expected')}</dt>
        <dd>
          {count === null ? t('need.notKnown') : number(Math.round(count))}
          {source && <small>{t(`need.bases.${source.arrivals.basis}`)}</small>}
          {source && count !== null && <small>{t(`need.profiles.${source.arrivals.profile}`)}</small>}
        </dd>
        <dt>{t('need.seconds')}</dt>
        <dd>
          {number(queue.secondsPerUnit)}
          {time && <small>{t(`need.times.${time.used}`)}</small>}
        </dd>
        <dt>{t('need.target')}</dt>
        <dd>{targetWords(words, queue)}</dd>
      </dl>
      {quarter && <SteadyMethod quarter={quarter} />}
      {queue.lumps.length > 0 && (
        <>
          <h4>{t('need.drain')}</h4>
          <p className="faint">{t('need.drainAssumes')}</p>
          <ul>
            {queue.lumps.map((lump) => (
              <li key={`${lump.atMinute} ${lump.passengers}`}>
                {t(lump.drainMinutes === null ? 'need.drainClosed' : 'need.drainLine', {
                  at: clockOf(lump.atMinute),
                  passengers: number(lump.passengers),
                  open: number(lump.open),
                  minutes: minutesText(words, lump.drainMinutes),
                  needed: number(lump.needed),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{t('need.pattern')}</h4>
      <p className="faint">{t('need.patternAssumes', { runs: number(queue.runs) })}</p>
      <WaitingCurve queue={queue} />
      <dl className="facts">
        <dt>{t('need.meanWait')}</dt>
        <dd>{minutesText(words, queue.course.whole.meanMinutes)}</dd>
        <dt>{t('need.percentile')}</dt>
        <dd>{minutesText(words, queue.course.whole.percentile95Minutes)}</dd>
        <dt>{t('need.longestWait')}</dt>
        <dd>{minutesText(words, queue.course.whole.longestMinutes)}</dd>
        <dt>{t('need.longestQueue')}</dt>
        <dd>{number(Math.round(queue.course.whole.longestQueue))}</dd>
        <dt>{t('need.leftWaiting')}</dt>
        <dd>{number(Math.round(queue.course.leftWaiting))}</dd>
      </dl>
      {queue.gaps.map((gap) => (
        <p key={gap.from} className="lacks">
          {t('need.gap', {
            open: number(gap.open),
            needed: number(gap.needed),
            times: clockSpan(gap.from, gap.to),
          })}
        </p>
      ))}
    </section>
  )
}

/** Erlang C in the quarter hour of the cursor. */
function SteadyMethod({ quarter }: { quarter: QueueNeed['quarters'][number] }) {
  const words = useWords()
  const { t, number, language } = words
  const { steady, open, from, to } = quarter
  const { queue } = steady
  return (
    <>
      <h4>{t('need.steady')}</h4>
      <p className="faint">{t('need.steadyAssumes')}</p>
      <p>
        {t('need.steadyAt', {
          times: clockSpan(from, to),
          arrivals: number(Math.round(steady.arrivalsPerHour)),
          open: number(open),
        })}{' '}
        {open === 0
          ? t('need.noneOpen')
          : queue.state === 'steady'
            ? t('need.steadyWait', {
                share: formatPercent(queue.waitProbability, language),
                minutes: minutesText(words, queue.meanWaitMinutes),
              })
            : t('need.overCapacity')}{' '}
        {t('need.steadyNeeds', { needed: number(steady.needed) })}
      </p>
    </>
  )
}

const minutesText = ({ t, language }: Words, minutes: number | null): string =>
  minutes === null ? t('need.notKnown') : t('need.minutes', { number: formatDecimal(minutes, language) })

function targetWords({ t, number, language }: Words, { target }: QueueNeed): string {
  const minutes = number(target.minutes)
  return target.percent === null
    ? t('need.targetAll', { minutes })
    : t('need.targetShare', { minutes, share: formatPercent(target.percent / 100, language) })
}
