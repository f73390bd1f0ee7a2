import type { OutputOf } from '../../../shared/contract/index.ts'
import { folded } from '../../../shared/search-keys.ts'
import type { PartyRole } from '../../../shared/trade/trade-words.ts'
import type { QueryContext } from '../../book/handlers.ts'
import { selectParties } from './declarations.sql.ts'

/** Names that begin with the text come before those that hold it elsewhere; among each, the most used first. */
export function findParties(
  { db }: QueryContext,
  input: { text: string; role: PartyRole | null; limit: number },
): OutputOf<'findParties'> {
  const sought = folded(input.text.trim())
  const begin: OutputOf<'findParties'> = []
  const hold: OutputOf<'findParties'> = []
  for (const party of selectParties(db, input.role)) {
    const at = folded(party.name).indexOf(sought)
    if (at < 0) continue
    if (at === 0) begin.push(party)
    else if (hold.length < input.limit) hold.push(party)
    if (begin.length >= input.limit) break
  }
  return [...begin, ...hold].slice(0, input.limit)
}
