import type {
  DeclarationEvent,
  DeclarationItem,
  DeclarationRecord,
  DeclarationVehicle,
  Question,
} from '../../../../shared/contract/declarations.ts'
import { questions } from '../../../../shared/contract/declarations.ts'
import type { DeclarationOutcome } from '../../../../shared/contract/declarations-import.ts'
import { AppError, isErrorCode } from '../../../../shared/errors.ts'
import { datedEvents } from '../../../../shared/trade/declarations-mapping.ts'
import type { DeclarationState } from '../../../../shared/trade/trade-words.ts'
import type { Connection } from '../../../book/connection.ts'
import { recordOf } from '../declaration-rows.ts'
import { declarationWithNumber, type StoredHeader, selectEvents, selectHeader } from '../declarations.sql.ts'
import { type Progress, progressOf } from '../known-declaration.ts'
import { assertQualified } from '../rules/assert-qualified.ts'
import { DeclarationRules } from '../rules/declaration-findings.ts'
import { hasLoads } from '../rules/same-load.sql.ts'
import { changesOf } from './compare-records.ts'
import type { DeclarationsPlan } from './declarations-plan.ts'
import { eventsOf } from './file-events.ts'
import { FileLoads } from './file-loads.ts'
import type { GatheredDeclaration } from './gather-declarations.ts'
import type { RefuseCell } from './read-declaration-row.ts'

/** What a declaration of the file means for the book. */
export interface JudgedDeclaration {
  outcome: DeclarationOutcome
  /** What the book says otherwise. */
  changes: string[]
  /** Null where it is refused, or the same. */
  write: {
    stored: StoredHeader | null
    /** Items, vehicles and events that the book has. */
    before: { items: number; vehicles: number; events: number }
    record: DeclarationRecord
    events: DeclarationEvent[]
    progress: Progress
    accepted: Question[]
  } | null
}

export interface Told {
  refuse: RefuseCell
  warn: RefuseCell
  unchecked: () => void
}

const ranks: Readonly<Record<DeclarationState, number>> = {
  draft: 0,
  registered: 1,
  inspected: 2,
  released: 3,
  refused: 4,
  withdrawn: 4,
}

/** What a declaration's history is read from. */
const historyFields = [...datedEvents, 'reason', 'history']

/** Holds a file's declarations against the book and its rules, one after the other. */
export class DeclarationJudge {
  readonly #db: Connection
  readonly #plan: DeclarationsPlan
  readonly #today: string
  readonly #rules: DeclarationRules
  /** Numbers of this file, with the first row of each. */
  readonly #numbers = new Map<string, number>()
  /** Whether the book had loads before this file: those of the file itself are in `#loads`. */
  readonly #bookHasLoads: boolean
  readonly #loads = new FileLoads()

  constructor(db: Connection, plan: DeclarationsPlan, today: string) {
    this.#db = db
    this.#plan = plan
    this.#today = today
    this.#rules = new DeclarationRules(db, today)
    this.#bookHasLoads = hasLoads(db)
  }

  judge(gathered: GatheredDeclaration, told: Told): JudgedDeclaration {
    const { header, isSound } = gathered
    const refused: JudgedDeclaration = { outcome: 'refused', changes: [], write: null }
    const number = (header.number ?? null) as string | null
    if (number !== null && !this.#isFirst(number, gathered, told)) return refused
    const missing = (['number', 'date', 'checkpoint', 'direction'] as const).filter(
      (field) => header[field] === null || header[field] === undefined,
    )
    for (const field of missing) {
      if (gathered.refused.has(field)) continue
      this.#refuseField(gathered, told, field, new AppError('field-missing', { field }))
    }
    if (number === null || missing.length > 0) return refused

    const known = declarationWithNumber(this.#db, number)
    const stored = known ? (selectHeader(this.#db, known.id) ?? null) : null
    const before = stored && recordOf(this.#db, stored)
    const storedEvents = stored ? selectEvents(this.#db, stored.id) : []
    const record = this.#record(gathered, header, before)
    const events = eventsOf(this.#plan, header, storedEvents)
    const changes = before
      ? [...changesOf(before, record), ...(isSameHistory(events, storedEvents) ? [] : ['events'])]
      : []
    if (isSound && stored && changes.length === 0) {
      this.#loads.note(record)
      return { outcome: 'same', changes, write: null }
    }
    // All that is wrong with it is told at once; of a cell that is refused there is nothing more to say.
    const progress = historyFields.some((field) => gathered.refused.has(field))
      ? null
      : this.#progress(gathered, told, record, events)
    const accepted = this.#askRules(gathered, told, stored?.id ?? null, record)
    const isPossible = progress !== null && this.#isPossible(gathered, told, record, progress, stored)
    const isQualified =
      progress !== null && this.#isQualified(gathered, told, record, events, progress, before)
    if (!isSound || !progress || !accepted || !isPossible || !isQualified) return refused
    return {
      outcome: stored ? 'changed' : 'new',
      changes,
      write: {
        stored,
        before: {
          items: before?.items.length ?? 0,
          vehicles: before?.vehicles.length ?? 0,
          events: storedEvents.length,
        },
        record,
        events,
        progress,
        accepted,
      },
    }
  }

  /** A file never turns an import into an export, and never takes a step back. */
  #isPossible(
    gathered: GatheredDeclaration,
    told: Told,
    record: DeclarationRecord,
    { state }: Progress,
    stored: StoredHeader | null,
  ): boolean {
    if (stored === null) return true
    const isSameWay = stored.direction === record.direction
    if (!isSameWay) {
      this.#refuseField(gathered, told, 'direction', new AppError('direction-fixed', { field: 'direction' }))
    }
    const isForward = ranks[state] >= ranks[stored.state]
    if (!isForward) {
      const error = new AppError('declaration-state-impossible', { state: stored.state, to: state })
      this.#refuseField(gathered, told, 'history', error)
    }
    return isSameWay && isForward
  }

  /** The rows of a declaration stand together: a number that comes again is refused. */
  #isFirst(number: string, { row }: GatheredDeclaration, { refuse }: Told): boolean {
    const firstRow = this.#numbers.get(number)
    if (firstRow === undefined) {
      this.#numbers.set(number, row)
      return true
    }
    refuse(row, this.#name('number'), new AppError('rows-apart', { number, firstRow }))
    return false
  }

  /** Fields and items without a column stay what they are. */
  #record(
    { items, vehicles }: GatheredDeclaration,
    header: Readonly<Record<string, unknown>>,
    before: DeclarationRecord | null,
  ): DeclarationRecord {
    const of = <Field extends keyof DeclarationRecord>(field: Field): DeclarationRecord[Field] =>
      (Object.hasOwn(header, field) ? header[field] : (before?.[field] ?? null)) as DeclarationRecord[Field]
    return {
      number: of('number'),
      date: of('date'),
      checkpoint: of('checkpoint'),
      direction: of('direction'),
      tradeMode: of('tradeMode'),
      transportMode: of('transportMode'),
      consignor: of('consignor'),
      consignee: of('consignee'),
      declarant: of('declarant'),
      partner: of('partner'),
      incoterm: of('incoterm'),
      currency: of('currency'),
      packages: of('packages'),
      grossGrams: of('grossGrams'),
      items: items.map((item, index) => this.#item(item, before?.items[index])),
      vehicles: this.#plan.mapping.plate
        ? vehicles.map((vehicle, index) => this.#vehicle(vehicle, before?.vehicles[index]))
        : (before?.vehicles ?? []),
    }
  }

  #item(item: DeclarationItem, before: DeclarationItem | undefined): DeclarationItem {
    if (!before || before.hsCode !== item.hsCode) return item
    const { quantity, secondQuantity, value, origin, destination } = this.#plan.mapping
    return {
      ...item,
      quantity: quantity ? item.quantity : before.quantity,
      secondQuantity: secondQuantity ? item.secondQuantity : before.secondQuantity,
      valueMinor: value ? item.valueMinor : before.valueMinor,
      origin: origin ? item.origin : before.origin,
      destination: destination ? item.destination : before.destination,
    }
  }

  #vehicle(vehicle: DeclarationVehicle, before: DeclarationVehicle | undefined): DeclarationVehicle {
    if (!before || before.plate !== vehicle.plate) return vehicle
    const { trailer, weighbridge, crossingDate, manifest } = this.#plan.mapping
    return {
      plate: vehicle.plate,
      trailer: trailer ? vehicle.trailer : (vehicle.trailer ?? before.trailer),
      weighbridgeGrams: weighbridge ? vehicle.weighbridgeGrams : before.weighbridgeGrams,
      crossingDate: crossingDate ? vehicle.crossingDate : before.crossingDate,
      manifest: manifest ? vehicle.manifest : before.manifest,
    }
  }

  #progress(
    gathered: GatheredDeclaration,
    told: Told,
    record: DeclarationRecord,
    events: readonly DeclarationEvent[],
  ): Progress | null {
    try {
      return progressOf(record, events, this.#today)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const at = /^events\.(\d+)$/.exec(String(error.details.field))?.[1]
      const kind = at === undefined ? 'history' : (events[Number(at)]?.kind ?? 'history')
      this.#refuseField(gathered, told, kind, error)
      return null
    }
  }

  /** Answers the questions that it raised, which an import takes as answered; null where a rule stops it. */
  #askRules(
    gathered: GatheredDeclaration,
    told: Told,
    id: string | null,
    record: DeclarationRecord,
  ): Question[] | null {
    const accepted = new Set<Question>()
    const asked = new Set<string>()
    let isStopped = false
    for (const { code, weight, field, details } of this.#rules.findings(id, record, this.#bookHasLoads)) {
      if (gathered.refused.has(field)) continue
      if (weight === 'notes') told.unchecked()
      else {
        if (!isErrorCode(code)) throw new Error(`no error code ${code}`)
        const at = this.#placeOf(gathered, field)
        const error = new AppError(code, { ...details, field })
        if (weight === 'stops') {
          isStopped = true
          told.refuse(at.row, at.column, error)
        } else {
          told.warn(at.row, at.column, error)
          asked.add(field)
          const question = questions.find((each) => each === code)
          if (question) accepted.add(question)
        }
      }
    }
    for (const error of this.#loads.carriedBefore(record)) {
      const field = String(error.details.field)
      if (asked.has(field)) continue
      const { row, column } = this.#placeOf(gathered, field)
      told.warn(row, column, error)
    }
    this.#loads.note(record)
    return isStopped ? null : [...accepted]
  }

  /** Row and column of a field by its path in the record. */
  #placeOf(gathered: GatheredDeclaration, field: string): { row: number; column: string } {
    const [list, index, name] = field.split('.')
    const rows = list === 'items' ? gathered.itemRows : list === 'vehicles' ? gathered.vehicleRows : []
    const row = rows[Number(index)] ?? gathered.row
    return { row, column: this.#name(name ?? list ?? '') }
  }

  #isQualified(
    gathered: GatheredDeclaration,
    told: Told,
    record: DeclarationRecord,
    events: readonly DeclarationEvent[],
    { state }: Progress,
    before: DeclarationRecord | null,
  ): boolean {
    if (events.some(({ kind }) => kind === 'let-pass')) return true
    const passed = new Set(before?.items.map(({ hsCode }) => hsCode))
    const isFact = state === 'released' || state === 'refused' || state === 'withdrawn'
    try {
      assertQualified(this.#db, record, events[0]?.date ?? record.date, passed)
      return true
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { row, column } = this.#placeOf(gathered, String(error.details.field))
      const isTaken = isFact || this.#plan.mapping.unqualified === 'take'
      if (isTaken) told.warn(row, column, error)
      else told.refuse(row, column, error)
      return isTaken
    }
  }

  #refuseField({ row }: GatheredDeclaration, { refuse }: Told, field: string, error: AppError): void {
    refuse(row, this.#name(field), error)
  }

  /** The column of a field; empty where the file has none. */
  #name(field: string): string {
    return (
      this.#plan.names.get(field) ??
      this.#plan.names.get(`${field}.unit`) ??
      this.#plan.names.get('history') ??
      ''
    )
  }
}

function isSameHistory(a: readonly DeclarationEvent[], b: readonly DeclarationEvent[]): boolean {
  return (
    a.length === b.length &&
    a.every((event, at) => {
      const other = b[at]
      return event.kind === other?.kind && event.date === other.date && event.reason === other.reason
    })
  )
}
