import type { TariffHit } from '../../../../shared/contract/tariff.ts'
import { countries } from '../../../../shared/trade/countries.ts'
import { currencies } from '../../../../shared/trade/currencies.ts'
import { incoterms, type PartyRole, tradeUnits } from '../../../../shared/trade/trade-words.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import { countryName } from '../country-names.ts'

/** What a field may be filled with. */
export interface Suggestion {
  value: string
  label: string
  /** What it belongs to, or how often it was used. */
  note: string
}

export type SuggestKind = 'hsCode' | PartyRole | 'country' | 'unit' | 'currency' | 'incoterm'

const mostSuggestions = 10

/** Whether what fits stands in the book; all other fields choose from lists that the window has. */
export const isAsked = (kind: SuggestKind): kind is AskedKind => kind === 'hsCode' || isParty(kind)
const isParty = (kind: SuggestKind): kind is PartyRole =>
  kind === 'consignor' || kind === 'consignee' || kind === 'declarant'
export type AskedKind = 'hsCode' | PartyRole

/** What of the book fits the text typed into a field, the likeliest first. */
export function useAskedSuggestions(kind: AskedKind, text: string, date: string): readonly Suggestion[] {
  const { t, language, number } = useWords()
  const limit = mostSuggestions
  const tariff = useQuery(
    'findTariffCodes',
    kind === 'hsCode' ? { text: text.slice(0, 200), date, language, limit } : null,
    'desk',
  ).output
  const parties = useQuery(
    'findParties',
    kind === 'hsCode' ? null : { text: text.slice(0, 200), role: kind, limit },
    'desk',
  ).output
  if (kind === 'hsCode') {
    return (tariff?.hits ?? []).map((hit) => ({
      value: hit.code,
      label: hit.use?.goods ?? hit.text?.text ?? '',
      note: placeOf(hit),
    }))
  }
  return (parties ?? []).map((party) => ({
    value: party.name,
    label: '',
    note: t('declarations.timesUsed', { number: number(party.declarations) }),
  }))
}

/** What of the window's own lists begins like the text, by name or by code. */
export function listedSuggestions(
  kind: Exclude<SuggestKind, AskedKind>,
  text: string,
  { t, language }: Words,
): readonly Suggestion[] {
  const sought = text.trim().toLowerCase()
  const fitting = (choices: readonly { value: string; code: string }[]): Suggestion[] => {
    const fits = ({ value, code }: { value: string; code: string }) =>
      value.toLowerCase().startsWith(sought) || code.toLowerCase().startsWith(sought)
    // A code that is typed whole is meant, whatever begins the same way.
    const isMeant = ({ code }: { code: string }) => code.toLowerCase() === sought
    return choices
      .filter(fits)
      .toSorted((a, b) => Number(isMeant(b)) - Number(isMeant(a)))
      .slice(0, mostSuggestions)
      .map(({ value, code }) => ({ value, label: '', note: code }))
  }
  switch (kind) {
    case 'country':
      return fitting(countries.map((code) => ({ value: countryName(code, language), code })))
    case 'unit':
      return fitting(tradeUnits.map((code) => ({ value: t(`trade.units.${code}`), code })))
    case 'currency':
      return fitting(commonFirst(currencies).map((value) => ({ value, code: '' })))
    case 'incoterm':
      return fitting(incoterms.map((value) => ({ value, code: '' })))
  }
}

const common = ['CNY', 'USD', 'KZT', 'RUB', 'EUR']
const commonFirst = (all: readonly string[]): string[] => [
  ...common,
  ...all.filter((each) => !common.includes(each)),
]

/** Section and chapter of a code: `IV · 16 Preparations of fish`. */
function placeOf({ section, chapter }: TariffHit): string {
  return [section && roman(section.section), chapter && `${chapter.chapter} ${chapter.text.text}`]
    .filter((part) => part !== null)
    .join(' · ')
}

/** Sections of the tariff are counted in Roman numerals: there are 21. */
export function roman(section: number): string {
  return (
    'X'.repeat(Math.floor(section / 10)) +
    ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][section % 10]
  )
}
