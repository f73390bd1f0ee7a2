import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { formatDate } from '../../../shared/format.ts'
import { call } from '../../lib/client.ts'
import { useCommands } from '../../lib/commands.ts'
import { parseTypedDate } from '../../lib/days.ts'
import { keystrokeText } from '../../lib/keystrokes.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { TypedField } from '../../ui/typed-field.tsx'
import { sortBy, type TableChoice } from './table-choice.ts'

const findKey = 'Ctrl+KeyF'

interface FindDayProps {
  choice: TableChoice
  /** The port's date: a date without a year is in its year. Empty until it is known; what is typed waits for it. */
  today: string
  onFound(place: number): void
}

/** A date is typed, and the first row of it has the focus; the table is then by date. */
export function FindDay({ choice, today, onFound }: FindDayProps) {
  const { t, language } = useWords()
  const field = useRef<HTMLSpanElement>(null)
  /** Counts the searches: the place of an earlier one is nobody's any more. */
  const searches = useRef(0)
  const [missing, setMissing] = useState<string | null>(null)
  const focusField = () => field.current?.querySelector('input')?.focus()
  useCommands(() => [
    {
      id: 'counts.find',
      scope: 'screen',
      keys: [findKey],
      words: (words) => words.t('crossings.find'),
      run: focusField,
    },
    {
      id: 'counts.open',
      scope: 'screen',
      keyText: (words) => words.t('keys.enter'),
      words: (words) => words.t('crossings.openSheet'),
      keyOnly: true,
    },
  ])

  async function find(date: string): Promise<void> {
    const { filter, sort } = choice
    const byDate = sort.column === 'date'
    const direction = byDate ? sort.direction : 'descending'
    if (!byDate) sortBy('date')
    searches.current += 1
    const own = searches.current
    const answer = await call('findDateInCounts', { filter, direction, date }).catch(() => null)
    if (!answer?.ok || own !== searches.current) return
    setMissing(answer.output.rows === 0 ? date : null)
    onFound(answer.output.offset)
  }

  const [waiting, setWaiting] = useState<string | null>(null)
  const findWaiting = useEffectEvent((text: string) => {
    setWaiting(null)
    const date = parseTypedDate(text, today)
    if (date !== null) void find(date)
  })
  useEffect(() => {
    if (waiting !== null && today !== '') findWaiting(waiting)
  }, [waiting, today])

  return (
    <span className="table-find" ref={field}>
      {missing !== null && (
        <span role="status" className="faint">
          {t('crossings.noneOnDay', { date: formatDate(missing, language) })}
        </span>
      )}
      <TypedField
        className="table-date"
        label={t('crossings.find')}
        shown={t('crossings.findHint')}
        text=""
        refusal={(text) => t('sheet.dateRefused', { text })}
        onTyped={(text) => {
          if (today === '') {
            setWaiting(text)
            return true
          }
          const date = parseTypedDate(text, today)
          if (date !== null) void find(date)
          return date !== null
        }}
      />
      <KeyHint>{keystrokeText(findKey)}</KeyHint>
    </span>
  )
}
