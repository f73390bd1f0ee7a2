import { instantAt, lastOfMonth } from '../../../../shared/dates.ts'
import type { TradeDirection } from '../../../../shared/trade/trade-words.ts'
import type { Sample } from '../sample.ts'
import type { SampleStep } from '../sample-step.ts'
import { consignmentsOf } from './consignments.ts'
import { type Declared, declareConsignment } from './declare-consignment.ts'
import type { SampleTrade } from './sample-trade.ts'
import { unfinishedDeclarations, unfinishedDraft } from './unfinished.ts'

/** What another system has let pass already is asked nothing. */
const accepted: ('same-load' | 'value-unusual' | 'unit-unusual')[] = [
  'same-load',
  'value-unusual',
  'unit-unusual',
]
/** Declarations of one command, so that none takes long. */
const inOneCommand = 400
const evening = 21 * 60

/** The trade of a sample as commands: everything before the first day at once, then by month, and in the last one by day. */
export class TradeSteps {
  readonly #sample: Sample
  readonly #from: string
  /** By the date on which they come into the book. */
  readonly #byDate: ReadonlyMap<string, readonly Declared[]>
  readonly #draftLike: Declared | undefined

  constructor(sample: Sample, from: string) {
    this.#sample = sample
    this.#from = from
    const { trade } = sample
    const finished = trade ? finishedDeclarations(trade, sample.lastDay) : []
    const serial = finished.length
    const likeImports = finished.filter(({ record }) => record.direction === 'import').slice(-2)
    const likeExports = finished.filter(({ record }) => record.direction === 'export').slice(-4)
    const models = [...likeImports, ...likeExports]
    const others = unfinishedDeclarations(models, sample.lastDay, (place) =>
      numberOf(
        trade?.office ?? '',
        sample.lastDay,
        models[place]?.record.direction ?? 'import',
        serial + place,
      ),
    )
    this.#byDate = Map.groupBy([...finished, ...others], ({ events }) =>
      comesOn(events.at(-1)?.date ?? from, sample.lastDay),
    )
    this.#draftLike = models.at(-1)
  }

  /** Rates, and what was declared before the book began. */
  first(): SampleStep[] {
    const at = instantAt(this.#from, 0, this.#sample.zone)
    const before = [...this.#byDate].flatMap(([date, declared]) => (date < this.#from ? declared : []))
    return [
      ...(this.#sample.trade?.rates ?? []).map((input) => ({
        at,
        operation: 'keepExchangeRate' as const,
        input,
      })),
      ...recordSteps(before, at),
    ]
  }

  on(date: string): SampleStep[] {
    const { lastDay, zone, trade } = this.#sample
    const at = instantAt(date, evening, zone)
    const steps = recordSteps(this.#byDate.get(date) ?? [], at)
    if (date !== lastDay || !trade) return steps
    const drafts = this.#draftLike ? [unfinishedDraft(this.#draftLike.record, date)] : []
    return [
      ...steps,
      ...drafts.map((record) => ({
        at,
        operation: 'saveDeclaration' as const,
        input: { declaration: null, revision: null, record },
      })),
      ...trade.expected.map((input) => ({ at, operation: 'keepExpectedGoods' as const, input })),
    ]
  }
}

/** When it comes into the book, after the last thing that happened to it. */
function comesOn(last: string, lastDay: string): string {
  const ofMonth = lastOfMonth(last)
  return ofMonth < lastDay ? ofMonth : last
}

function finishedDeclarations(trade: SampleTrade, lastDay: string): Declared[] {
  const place = { checkpoint: trade.checkpoint, lastDay }
  return consignmentsOf(trade).map((consignment, serial) =>
    declareConsignment(
      consignment,
      numberOf(trade.office, consignment.date, consignment.goods.direction, serial),
      place,
    ),
  )
}

/** A customs number: office, year, 1 of an import and 0 of an export, nine digits. */
const numberOf = (office: string, date: string, direction: TradeDirection, serial: number): string =>
  `${office}${date.slice(0, 4)}${direction === 'import' ? 1 : 0}${String(serial + 1).padStart(9, '0')}`

function recordSteps(declarations: readonly Declared[], at: number): SampleStep[] {
  const parts = Math.ceil(declarations.length / inOneCommand)
  return Array.from({ length: parts }, (_, part) => ({
    at,
    operation: 'recordDeclarations' as const,
    input: {
      declarations: declarations.slice(part * inOneCommand, (part + 1) * inOneCommand),
      accepted,
    },
  }))
}
