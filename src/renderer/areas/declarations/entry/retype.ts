import { minorDigits } from '../../../../shared/trade/currencies.ts'
import { mostGrams, mostMillionths, mostMinor } from '../../../../shared/trade/exact.ts'
import { typedExact } from '../../../../shared/trade/format-exact.ts'
import type { Language } from '../../../../shared/words.ts'
import { TypedCells, typedText } from './read-rows.ts'
import type { TypedDeclaration } from './typed-rows.ts'

/**
 * Numbers typed in one language as another one writes them: `1,234` typed in English is 1234 and would be read as 1.234 in
 * Russian. What is no number stays as it was typed; names of countries and units are known in every language.
 */
export function retyped(typed: TypedDeclaration, from: Language, to: Language): TypedDeclaration {
  const cells = new TypedCells(from, '')
  const written = (text: string, value: number | null, digits: number, least = 0): string =>
    value === null ? text : typedExact(value, digits, to, least)
  const weight = (text: string) => written(text, cells.grams('', text), 3)
  const number = (text: string, digits: number, most: number, least = 0) =>
    written(text, cells.exact('', text, digits, most), digits, least)
  const { header, items, vehicles } = typed
  const minor = minorDigits(typedText(header.currency)?.toUpperCase() ?? '')
  return {
    header: {
      ...header,
      packages: number(header.packages, 0, mostGrams),
      grossGrams: weight(header.grossGrams),
    },
    items: items.map((item) => ({
      ...item,
      quantity: number(item.quantity, 6, mostMillionths),
      secondQuantity: number(item.secondQuantity, 6, mostMillionths),
      netGrams: weight(item.netGrams),
      valueMinor: number(item.valueMinor, minor, mostMinor, minor),
    })),
    vehicles: vehicles.map((vehicle) => ({
      ...vehicle,
      weighbridgeGrams: weight(vehicle.weighbridgeGrams),
    })),
  }
}
