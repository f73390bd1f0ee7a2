import type { ExpectedArrivals } from '../../../../shared/contract/forecast.ts'
import { formatNumber } from '../../../../shared/format.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'

/** What is known of the days before they come, by date: holidays, and at least a bus more or fewer than usual. */
export function knownAhead(words: Words, { directions, holidays }: ExpectedArrivals): Map<string, string[]> {
  const dates = directions.at(0)?.days.map(({ date }) => date) ?? []
  const notes = dates.map((date, at): [string, string[]] => [
    date,
    [
      ...new Set(
        holidays.filter(({ from, to }) => from <= date && date <= to).map(({ names }) => words.name(names)),
      ),
      ...directions.flatMap(({ direction, days }) => {
        const buses = days[at]?.buses
        return buses && Math.abs(buses.vehicles - buses.usual) >= 1 ? [busWords(words, direction, buses)] : []
      }),
    ],
  ])
  return new Map(notes.filter(([, own]) => own.length > 0))
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

const signed = ({ number }: Words, value: number): string => `${value > 0 ? '+' : ''}${number(value)}`
