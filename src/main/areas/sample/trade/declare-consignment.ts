import type {
  DeclarationEvent,
  DeclarationItem,
  DeclarationRecord,
  DeclarationVehicle,
} from '../../../../shared/contract/declarations.ts'
import { addDays } from '../../../../shared/dates.ts'
import { type Random, randomOf, splitByWeights } from '../random.ts'
import type { Consignment } from './consignments.ts'
import { cnyPerUnit, partiesAbroad, partiesAtHome } from './jeminay-money.ts'

/** A declaration with all that happened to it. */
export interface Declared {
  record: DeclarationRecord
  events: DeclarationEvent[]
}

const declarants = ['北疆报关有限公司', '萨吾尔国际货运代理有限公司', '口岸通报关行']
const tradeModes = { '0110': 0.72, '4019': 0.24, '1039': 0.04 }
const gramsInKilogram = 1_000
const gramsInTruck = 20_500_000
const carsOnTruck = 8
const piecesOnTruck = 3
const gramsInPackage = 18_000

/**
 * A consignment as it was declared, inspected and released: an import is counted when it is released, an export when it
 * is cleared.
 * @param number of the declaration
 */
export function declareConsignment(
  consignment: Consignment,
  number: string,
  place: { checkpoint: string; lastDay: string },
): Declared {
  const random = randomOf(`declaration ${number}`)
  const { goods, date, grossGrams, pieces } = consignment
  const isExport = goods.direction === 'export'
  const partner = choose(random, goods.partners)
  const currency = currencyOf(random, partner, isExport)
  const abroad = partiesAbroad[partner] ?? partiesAbroad.KZ ?? []
  const [foreign, domestic] = [pick(random, abroad), pick(random, partiesAtHome)]
  const drives = goods.drives === true && random.chance(0.3)
  const inspected = addDays(date, -random.whole(0.4))
  const declared = addDays(inspected, -random.whole(0.6))
  const released = isExport ? addDays(date, inspected < date && random.chance(0.5) ? -1 : 0) : date
  return {
    record: {
      number,
      date: declared,
      checkpoint: place.checkpoint,
      direction: goods.direction,
      tradeMode: choose(random, tradeModes),
      transportMode: drives ? 'self-propelled' : 'road',
      consignor: isExport ? domestic : foreign,
      consignee: isExport ? foreign : domestic,
      declarant: pick(random, declarants),
      partner,
      incoterm: isExport ? 'DAP' : 'FCA',
      currency,
      packages: pieces > 0 ? pieces : Math.ceil(grossGrams / gramsInPackage),
      grossGrams,
      items: itemsOf(random, consignment, partner, currency),
      vehicles: drives ? [] : trucksOf(random, consignment, partner),
    },
    events: [
      { kind: 'registered', date: declared, reason: null },
      { kind: 'inspected', date: inspected, reason: null },
      { kind: 'released', date: released < inspected ? inspected : released, reason: null },
      ...(isExport && released < date ? [{ kind: 'cleared' as const, date, reason: null }] : []),
    ],
  }
}

function itemsOf(
  random: Random,
  { goods, date, netGrams, pieces }: Consignment,
  partner: string,
  currency: string,
): DeclarationItem[] {
  const isExport = goods.direction === 'export'
  const shares = goods.names.map(() => random.between(0.4, 1))
  const counts = pieces > 0 ? splitByWeights(pieces, shares) : shares.map(() => 0)
  const weights = splitByWeights(netGrams / gramsInKilogram, pieces > 0 ? counts : shares)
  return goods.names.flatMap((name, index): DeclarationItem[] => {
    const kilograms = weights[index] ?? 0
    if (kilograms === 0) return []
    const weight = { millionths: kilograms * 1_000_000, unit: 'kg' }
    const counted = { millionths: (counts[index] ?? 0) * 1_000_000, unit: goods.unit }
    const cny = kilograms * goods.price * random.between(0.92, 1.08)
    return [
      {
        hsCode: goods.hsCode,
        goods: name,
        quantity: goods.unit === 'kg' ? weight : counted,
        secondQuantity: goods.unit === 'kg' ? null : weight,
        netGrams: kilograms * gramsInKilogram,
        valueMinor: Math.round((cny / cnyPerUnit(currency, date)) * 100),
        origin: isExport ? 'CN' : partner,
        destination: isExport ? partner : 'CN',
      },
    ]
  })
}

/** The trucks that carried it, weighed with what the weighbridge makes of it. */
function trucksOf(
  random: Random,
  { goods, date, grossGrams, pieces }: Consignment,
  partner: string,
): DeclarationVehicle[] {
  const byPieces = goods.unit === 'vehicle' ? carsOnTruck : piecesOnTruck
  const number = Math.max(1, Math.ceil(pieces > 0 ? pieces / byPieces : grossGrams / gramsInTruck))
  const loads = splitByWeights(
    grossGrams / gramsInKilogram,
    Array.from({ length: number }, () => random.between(0.95, 1.05)),
  )
  return loads.map((kilograms) => ({
    plate: plateOf(random, partner),
    trailer: random.chance(0.3) ? `${letters(random, 2)}${digits(random, 4)}` : null,
    weighbridgeGrams: Math.round((kilograms * random.between(0.997, 1.004)) / 20) * 20 * gramsInKilogram,
    crossingDate: date,
    manifest: null,
  }))
}

function plateOf(random: Random, partner: string): string {
  if (random.chance(0.35)) return `新H${letters(random, 1)}${digits(random, 4)}`
  if (partner === 'RU') return `${letters(random, 1)}${digits(random, 3)}${letters(random, 2)}22`
  return `${digits(random, 3)}${letters(random, 3)}16`
}

const plateLetters = 'ABCEHKMOPTX'
const letters = (random: Random, number: number): string =>
  Array.from({ length: number }, () => plateLetters[Math.floor(random.next() * plateLetters.length)]).join('')
const digits = (random: Random, number: number): string =>
  Array.from({ length: number }, () => Math.floor(random.next() * 10)).join('')

function currencyOf(random: Random, partner: string, isExport: boolean): string {
  if (partner === 'RU') return choose(random, { RUB: 0.5, CNY: 0.5 })
  return isExport ? choose(random, { CNY: 0.45, USD: 0.55 }) : choose(random, { USD: 0.6, KZT: 0.4 })
}

const pick = (random: Random, from: readonly string[]): string =>
  from[Math.floor(random.next() * from.length)] ?? ''

/** One of some, each with its share. */
function choose(random: Random, shares: Readonly<Record<string, number>>): string {
  let left = random.next() * Object.values(shares).reduce((sum, share) => sum + share, 0)
  for (const [key, share] of Object.entries(shares)) {
    left -= share
    if (left < 0) return key
  }
  return Object.keys(shares)[0] ?? ''
}
