import type { CrossingsReport, ReportNote } from '../contract/reports.ts'
import { formatDayAndMonth } from '../format.ts'
import { texts } from '../languages/index.ts'
import { nameIn } from '../languages/names.ts'
import type { Language } from '../words.ts'

export interface PageNote {
  /** Whose note it is, where the report is not of that one shift. */
  about: string | null
  text: string
  /** Said of an item that was settled in the report's own time. */
  settled: string | null
}

/** What was handed over, under one heading. */
export interface PageNotes {
  heading: string
  notes: PageNote[]
  /** Said where there is none. */
  none: string
}

/** Notes of the shift or day, and the items that are still open or were settled then; nothing for longer periods. */
export function pageNotes({ period, notes }: CrossingsReport, language: Language): PageNotes[] {
  if (period.kind !== 'shift' && period.kind !== 'day') return []
  const words = texts[language].report
  const aboutOf = ({ checkpoint, date, shift, carried }: ReportNote): string | null => {
    const parts = [
      ...(period.checkpoint === null ? [nameIn(checkpoint.names, language)] : []),
      ...(carried && date !== period.from ? [formatDayAndMonth(date, language)] : []),
      ...(shift && (carried || period.kind === 'day') ? [nameIn(shift.names, language)] : []),
    ]
    return parts.length > 0 ? parts.join(' · ') : null
  }
  const items = (wanted: readonly ReportNote[]): PageNote[] =>
    wanted.map((note) => ({
      about: aboutOf(note),
      text: note.text,
      settled: note.state === 'settled' ? words.settled : null,
    }))
  return [
    {
      heading: words.handover,
      notes: items(notes.filter(({ state }) => state === 'note')),
      none: words.noNotes,
    },
    {
      heading: words.openItems,
      notes: items(notes.filter(({ state }) => state !== 'note')),
      none: words.noOpenItems,
    },
  ]
}
