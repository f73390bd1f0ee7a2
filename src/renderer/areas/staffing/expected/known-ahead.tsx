import type { ExpectedArrivals } from '../../../../shared/contract/forecast.ts'
import { formatDifference, formatNumber } from '../../../../shared/format.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'

/** What is known of the days before they come, by date: holidays, events, and at least a bus more or fewer than usual. */
export function knownAhead(words: Words, expected: ExpectedArrivals): Map<string, string[]> {
  const { directions, holidays, events } = expected
  const dates = directions.at(0)?.days.map(({ date }) => date) ?? []
  const notes = dates.map((date, at): [string, string[]] => [
    date,
    [
      ...namesOfDay(words, holidays, date),
      ...eventWords(words, expected, namesOfDay(words, events, date), at),
      ...directions.flatMap(({ direction, days }) => {
        const buses = days[at]?.buses
        return buses && Math.abs(buses.vehicles - buses.usual) >= 1 ? [busWords(words, direction, buses)] : []
      }),
    ],
  ])
  return new Map(notes.filter(([, own]) => own.length > 0))
}

type Named = ExpectedArrivals['events'][number]

/** Both sides of the border may have a holiday of one name. */
function namesOfDay(words: Words, named: readonly Named[], date: string): string[] {
  const own = named.filter(({ from, to }) => from <= date && date <= to)
  return [...new Set(own.map(({ names }) => words.name(names)))]
}

/** The events of a day, with what they add where something is known of it. */
function eventWords(words: Words, { directions }: ExpectedArrivals, events: string[], at: number): string[] {
  const { t } = words
  const added = directions.flatMap(({ direction, days }) => {
    const adds = days[at]?.eventAdds ?? 0
    if (adds === 0) return []
    return [
      t('expected.added', { direction: t(`directionsInText.${direction}`), added: signed(words, adds) }),
    ]
  })
  if (events.length === 0 || added.length === 0) return events
  const list = t('settings.list')
  return [t('expected.event', { event: events.join(list), added: added.join(list) })]
}

type Direction = ExpectedArrivals['directions'][number]['direction']

function busWords(
  words: Words,
  direction: Direction,
  { vehicles, usual, added }: { vehicles: number; usual: number; added: number },
): string {
  const { t, number, language } = words
  return t('expected.buses', {
    direction: t(`directionsInText.${direction}`),
    added: signed(words, added),
    vehicles: number(vehicles),
    usual: formatNumber(usual, language, 1),
  })
}

/** What more or fewer buses than usual change in the next shift. */
export function BusesInShift({ added }: { added: number | null }) {
  const words = useWords()
  if (added === null || added === 0) return null
  return <small>{words.t('expected.busesInShift', { added: signed(words, added) })}</small>
}

const signed = ({ language }: Words, value: number): string => formatDifference(value, language)
