import type { Connection } from '../../../book/connection.ts'
import {
  type CommodityGroup,
  type GroupModel,
  groupModel,
  groupsOfCode,
} from '../../reference/trade/commodity-groups.ts'

/** The groups of codes, each looked up once for the dates between two changes of the groups. */
export class GoodsGroups {
  readonly model: GroupModel
  /** First dates on which a group or a prefix begins or has ended. */
  readonly #changes: readonly string[]
  readonly #known = new Map<string, readonly CommodityGroup[]>()
  readonly #codes = new Map<string, readonly string[]>()
  #era = { from: '', to: '' }

  constructor(db: Connection) {
    this.model = groupModel(db)
    const dated = [...this.model.groups.values(), ...[...this.model.prefixes.values()].flat()]
    // A day that ends something is not the next one's era: `to` with a mark behind it sorts between them.
    this.#changes = [...new Set(dated.flatMap(({ from, to }) => [from, `${to}+`]))].toSorted()
  }

  /** The groups that goods of a code count in on a date, parents with them. */
  of(hsCode: string, date: string): readonly CommodityGroup[] {
    if (date < this.#era.from || date >= this.#era.to) this.#enter(date)
    let groups = this.#known.get(hsCode)
    if (!groups) {
      groups = groupsOfCode(this.model, hsCode, date)
      this.#known.set(hsCode, groups)
    }
    return groups
  }

  /** Their codes. */
  codesOf(hsCode: string, date: string): readonly string[] {
    const groups = this.of(hsCode, date)
    let codes = this.#codes.get(hsCode)
    if (!codes) {
      codes = groups.map(({ code }) => code)
      this.#codes.set(hsCode, codes)
    }
    return codes
  }

  #enter(date: string): void {
    this.#known.clear()
    this.#codes.clear()
    this.#era = {
      from: this.#changes.findLast((change) => change <= date) ?? '',
      to: this.#changes.find((change) => change > date) ?? '~',
    }
  }
}
