import type { DeclarationRecord } from '../../../../shared/contract/declarations.ts'
import { AppError } from '../../../../shared/errors.ts'

/** Loads of the declarations of one file: a connection that only reads does not find them in the book. */
export class FileLoads {
  /** By plate, weight and day, the number of the first declaration. */
  readonly #first = new Map<string, string>()

  note(record: DeclarationRecord): void {
    for (const { key } of loadsOf(record))
      if (!this.#first.has(key)) this.#first.set(key, record.number ?? '')
  }

  /** What is to be asked about loads that earlier rows of the file have: same-load, with the field of the plate. */
  carriedBefore(record: DeclarationRecord): AppError[] {
    return loadsOf(record).flatMap(({ key, plate, date }, index) => {
      const number = this.#first.get(key)
      const field = `vehicles.${index}.plate`
      return number === undefined ? [] : [new AppError('same-load', { field, plate, number, date })]
    })
  }
}

/** Plate, weight and day of each vehicle; the weight is the weighbridge's, or else the declaration's own. */
function loadsOf({ vehicles, grossGrams, date }: DeclarationRecord) {
  return vehicles.map((vehicle) => {
    const day = vehicle.crossingDate ?? date
    const grams = vehicle.weighbridgeGrams ?? grossGrams
    return { key: `${vehicle.plate} ${grams} ${day}`, plate: vehicle.plate, date: day }
  })
}
