import { isDeepStrictEqual } from 'node:util'
import {
  type DeclarationItem,
  type DeclarationVehicle,
  mostItems,
  mostVehicles,
} from '../../../../shared/contract/declarations.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { FileRow } from '../../../import/file-row.ts'
import { shown } from '../../../import/shown-text.ts'
import type { DeclarationsPlan } from './declarations-plan.ts'
import { cellOf, itemOf, type ToldOfCells, valuesOf, vehiclesOf } from './read-declaration-row.ts'

/** All rows of one declaration as the file has them; a row that is refused has said so already. */
export interface GatheredDeclaration {
  /** Its first row. */
  row: number
  /** Its number as it stands in the file. */
  key: string
  /** By field; null where a cell is empty or refused. */
  header: Readonly<Record<string, unknown>>
  items: DeclarationItem[]
  itemRows: number[]
  vehicles: DeclarationVehicle[]
  vehicleRows: number[]
  /** Fields whose cells are refused, by their paths in the record: the rules have nothing to say of them. */
  refused: Set<string>
  isSound: boolean
}

/** Puts rows together that follow each other and have the same number. */
export class DeclarationGatherer {
  readonly #plan: DeclarationsPlan
  readonly #told: ToldOfCells
  #open: GatheredDeclaration | null = null
  /** By header column, what its first row with something in it says. */
  #texts: string[] = []

  constructor(plan: DeclarationsPlan, told: ToldOfCells) {
    this.#plan = plan
    this.#told = told
  }

  /** Takes a row; answers the declaration before it where the row begins another one. */
  take(row: FileRow): GatheredDeclaration | null {
    const [number] = this.#plan.header
    const key = number ? cellOf(this.#plan, row, number.column) : ''
    const goesOn = this.#open !== null && key !== '' && key === this.#open.key
    const done = goesOn ? null : this.finish()
    const open = goesOn && this.#open ? this.#goOn(this.#open, row) : this.#begin(row, key)
    this.#takeItem(open, row)
    this.#takeVehicles(open, row)
    return done
  }

  /** The declaration that is not followed by another one. */
  finish(): GatheredDeclaration | null {
    const done = this.#open
    this.#open = null
    return done
  }

  #begin(row: FileRow, key: string): GatheredDeclaration {
    const { values, refused } = valuesOf(this.#plan, row, this.#plan.header, this.#told.refuse)
    this.#texts = this.#plan.header.map(({ column }) => cellOf(this.#plan, row, column))
    this.#open = {
      row: row.number,
      key,
      header: { ...this.#plan.fixed, ...values },
      items: [],
      itemRows: [],
      vehicles: [],
      vehicleRows: [],
      refused: new Set(refused),
      isSound: refused.length === 0,
    }
    return this.#open
  }

  /** The fields of the declaration stand in each of its rows, or in some; never otherwise. */
  #goOn(open: GatheredDeclaration, row: FileRow): GatheredDeclaration {
    for (const [at, column] of this.#plan.header.entries()) {
      const text = cellOf(this.#plan, row, column.column)
      const first = this.#texts[at] ?? ''
      if (text === '' || text === first) continue
      const { field } = column
      const { values, refused } = valuesOf(this.#plan, row, [column], this.#told.refuse)
      if (refused.length > 0) {
        open.isSound = false
        if (first === '') open.refused.add(field)
      } else if (first === '') {
        this.#texts[at] = text
        open.header = { ...open.header, ...values }
      } else if (!open.refused.has(field) && !isDeepStrictEqual(values[field], open.header[field])) {
        const details = { firstRow: open.row, first: shown(first), text: shown(text) }
        this.#told.refuse(row.number, column.column.name, new AppError('header-differs', details))
        open.isSound = false
      }
    }
    return open
  }

  #takeItem(open: GatheredDeclaration, row: FileRow): void {
    const currency = open.refused.has('currency')
      ? 'refused'
      : ((open.header.currency ?? null) as string | null)
    const read = itemOf(this.#plan, row, currency, this.#told)
    if (read === null) return
    if (open.items.length === mostItems) {
      this.#tooLarge(open, row, mostItems)
      return
    }
    for (const field of read.refused) open.refused.add(`items.${open.items.length}.${field}`)
    if (read.refused.length > 0) open.isSound = false
    open.items.push(read.item)
    open.itemRows.push(row.number)
  }

  #takeVehicles(open: GatheredDeclaration, row: FileRow): void {
    const vehicles = vehiclesOf(this.#plan, row, this.#told.refuse)
    if (vehicles === null) {
      open.isSound = false
      return
    }
    const before = open.vehicles.length
    for (const vehicle of vehicles) {
      const isKnown = open.vehicles.slice(0, before).some((each) => isSameVehicle(each, vehicle))
      if (isKnown) continue
      if (open.vehicles.length === mostVehicles) {
        this.#tooLarge(open, row, mostVehicles)
        return
      }
      open.vehicles.push(vehicle)
      open.vehicleRows.push(row.number)
    }
  }

  #tooLarge(open: GatheredDeclaration, row: FileRow, most: number): void {
    if (open.isSound) this.#told.refuse(row.number, '', new AppError('declaration-too-large', { most }))
    open.isSound = false
  }
}

function isSameVehicle(a: DeclarationVehicle, b: DeclarationVehicle): boolean {
  return (
    a.plate === b.plate &&
    a.trailer === b.trailer &&
    a.weighbridgeGrams === b.weighbridgeGrams &&
    a.crossingDate === b.crossingDate &&
    a.manifest === b.manifest
  )
}
