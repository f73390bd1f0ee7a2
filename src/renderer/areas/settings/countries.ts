import type { Holiday } from '../../../shared/contract/calendar-settings.ts'
import { useQuery } from '../../lib/use-query.ts'
import type { Words } from '../../lib/use-words.ts'

/** The countries whose holidays come with the program or are in the book. */
export function useCountries(holidays: readonly Holiday[]): string[] {
  const shipped = useQuery('listShippedHolidays', {}, 'desk').output ?? []
  return [...new Set([...shipped, ...holidays].map(({ country }) => country))].sort()
}

/** A country's name, or its two letters where this window has none for it. */
export function countryName({ t }: Words, country: string): string {
  if (country === 'CN' || country === 'KZ') return t(`settings.countries.${country}`)
  return country
}
