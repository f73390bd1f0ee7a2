import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import type { BoardWarning } from '../../../../shared/contract/staffing.ts'
import { clockOf, clockSpan } from '../../../lib/clock.ts'
import { keyLine } from '../../../lib/commands.ts'
import { useWords } from '../../../lib/use-words.ts'
import { isComposing } from '../../../ui/grid/grid-keys.ts'
import { KeyList } from '../../../ui/key-list.tsx'
import type { BoardControl } from '../board/board-control.ts'
import { boardCommands } from '../board/board-keys.ts'
import { barWords, kindWords } from '../board/board-words.ts'
import { shownCommands } from '../staffing-commands.ts'
import { OpeningFields } from './opening-fields.tsx'
import { warningWords } from './warning-words.ts'

interface OpeningPanelProps {
  control: BoardControl
  warnings: readonly BoardWarning[]
  /** Back to the board. */
  onDone(): void
  ref: RefObject<HTMLElement | null>
  children?: ReactNode
}

/** What one needs to judge where the cursor stands, and the fields to say it exactly. */
export function OpeningPanel({ control, warnings, onDone, ref, children }: OpeningPanelProps) {
  const words = useWords()
  const { t, name, number } = words
  const { now, cursor, opening } = control
  const channel = now.board.channels.find((each) => each.channel === cursor.channel)
  if (!channel) return null
  const other = now.plan === 'planned' ? 'actual' : 'planned'
  const compared = now.openings.filter((each) => each.channel === channel.channel && each.plan === other)

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Escape') onDone()
    if (event.key !== 'Enter') return
    // What was typed is taken first; where it is refused, it stays to be changed.
    const field = event.target as HTMLElement
    window.setTimeout(() => {
      if (!field.isConnected || field.getAttribute('aria-invalid') !== 'true') onDone()
    })
  }

  return (
    <aside ref={ref} className="side" aria-label={t('board.panel.label')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter and Esc of the fields lead back to the board */}
      <section onKeyDown={onKeyDown}>
        <h2>
          {t('board.panel.at', { channel: name(channel.names), time: clockOf(cursor.minute) })}{' '}
          <em>{kindWords(words, channel)}</em>
        </h2>
        {opening ? (
          <OpeningFields control={control} opening={opening} channel={channel} />
        ) : (
          <p className="faint">{t('board.panel.notOpen', { time: clockOf(cursor.minute) })}</p>
        )}
        <dl className="facts">
          <dt>{t(`board.panel.${other}`)}</dt>
          <dd>
            {compared.length === 0
              ? t('board.panel.none')
              : compared.map((each) => (
                  <small key={each.opening}>
                    <span>{clockSpan(each.startsMinute, each.endsMinute)}</span> {barWords(words, each)}
                  </small>
                ))}
          </dd>
          <dt>{t('board.panel.seconds')}</dt>
          <dd>{number(channel.serviceSeconds)}</dd>
          {channel.outages.map((outage) => (
            <OutageFact key={outage.id} times={clockSpan(outage.from, outage.to)} reason={outage.reason} />
          ))}
        </dl>
      </section>
      {warnings.length > 0 && (
        <section className="board-warnings">
          {warnings.map((warning) => (
            <p key={`${warning.warning} ${warning.officer} ${warning.from}`}>
              {warningWords(words, warning)}
            </p>
          ))}
        </section>
      )}
      {children}
      <KeyList
        title={t('board.keys.board')}
        keys={[...boardCommands(control), ...shownCommands].map((command) => keyLine(command, words))}
      />
    </aside>
  )
}

function OutageFact({ times, reason }: { times: string; reason: string | null }) {
  const { t } = useWords()
  return (
    <>
      <dt>{t('board.outOfService')}</dt>
      <dd>
        {times}
        {reason !== null && <small>{reason}</small>}
      </dd>
    </>
  )
}
