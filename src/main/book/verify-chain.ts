import type { Verification } from '../../shared/contract/journal.ts'
import type { Connection } from './connection.ts'
import { chainHash, chainStart } from './journal.ts'

interface Link {
  sequence: number
  entity: string
  key: string
  entry: string
  hash: Buffer
}
type Damage = Verification['damage'][number]

interface Desk {
  number: number
  id: string
  sequence: number
  hash: Buffer
}

/**
 * Recomputes every link of every desk's chain and names the first thing that is wrong with each.
 * @param knownHead a hash, or `sequence:hash`, that was printed earlier: the only witness against a chain that was
 *   rewritten, or cut, by somebody who also mended the head kept in the book
 */
export function verifyChain(db: Connection, knownHead?: string): Verification {
  const desks = db.prepare<[], Desk>('SELECT number, id, sequence, hash FROM desk ORDER BY number').all()
  const damage: Damage[] = []
  for (const desk of desks) {
    const found = damageInside(db, desk) ?? damageAtEnd(db, desk)
    if (found) damage.push(found)
  }
  damage.push(...entriesOfNoDesk(db))
  const witnessed = knownHead ? damageToKnownHead(db, knownHead) : null
  if (witnessed && damage.length === 0) damage.push(witnessed)
  const own = desks.find((desk) => desk.number === 1)
  return {
    sound: damage.length === 0,
    entries: db.prepare<[], number>('SELECT count(*) FROM journal').pluck().get() ?? 0,
    head: own ? `${own.sequence}:${own.hash.toString('hex')}` : null,
    damage,
  }
}

const hex = (hash: Buffer): string => hash.toString('hex')

function linkHolds(before: string, link: Link, sequence = link.sequence): boolean {
  return chainHash(before, sequence, link.entity, link.key, link.entry) === hex(link.hash)
}

function damageInside(db: Connection, desk: Desk): Damage | null {
  const links = db
    .prepare<[number], Link>(
      'SELECT sequence, entity, key, entry, hash FROM journal WHERE desk = ? ORDER BY sequence',
    )
    .iterate(desk.number)
  let last = chainStart(desk.id)
  let sequence = 0
  for (const link of links) {
    if (link.sequence !== sequence + 1)
      return { kind: 'removed', desk: desk.number, sequence: sequence + 1, to: link.sequence - 1 }
    if (!linkHolds(last, link)) {
      links.return?.()
      return { ...brokenLink(db, desk, last, link), desk: desk.number }
    }
    last = hex(link.hash)
    sequence = link.sequence
  }
  return null
}

/**
 * What happened where a link does not follow from the one before. Its neighbours show it: a link's hash holds over the
 * number and the predecessor that it was written with, so entries that were put in or taken out between renumbered
 * ones are found by trying the links beside them, one entry away or as many as the kept head counts more or fewer.
 */
function brokenLink(db: Connection, desk: Desk, before: string, link: Link): Omit<Damage, 'desk'> {
  const linkAt = db.prepare<[number, number], Link>(
    'SELECT sequence, entity, key, entry, hash FROM journal WHERE desk = ? AND sequence = ?',
  )
  const { sequence } = link
  const next = linkAt.get(desk.number, sequence + 1)
  if (next && linkHolds(hex(link.hash), next)) return { kind: 'edited', sequence }
  const missing = desk.sequence - (lastLink(db, desk.number)?.sequence ?? 0)
  for (const size of new Set([1, Math.abs(missing) || 1])) {
    const earlier = linkAt.get(desk.number, sequence - 1 - size)
    const ahead = earlier ? hex(earlier.hash) : chainStart(desk.id)
    if (sequence > size && linkHolds(ahead, link, sequence - size))
      return { kind: 'inserted', sequence: sequence - size, to: sequence - 1 }
    const pushed = linkAt.get(desk.number, sequence + size)
    if (pushed && linkHolds(before, pushed, sequence))
      return { kind: 'inserted', sequence, to: sequence + size - 1 }
    if (next && linkHolds(hex(link.hash), next, next.sequence + size))
      return { kind: 'removed', sequence, to: sequence + size - 1 }
  }
  if (next) return { kind: 'rewritten', sequence }
  if (missing > 0) return { kind: 'removed', sequence, to: sequence + missing - 1 }
  return missing < 0 ? { kind: 'inserted', sequence, to: sequence } : { kind: 'edited', sequence }
}

/** Compares the chain's end with the head that the book keeps beside it. */
function damageAtEnd(db: Connection, desk: Desk): Damage | null {
  const last = lastLink(db, desk.number)
  const sequence = last?.sequence ?? 0
  if (sequence < desk.sequence)
    return { kind: 'tail-cut', desk: desk.number, sequence: sequence + 1, to: desk.sequence }
  if (sequence > desk.sequence)
    return { kind: 'inserted', desk: desk.number, sequence: desk.sequence + 1, to: sequence }
  if (last && !last.hash.equals(desk.hash)) return { kind: 'rewritten', desk: desk.number, sequence }
  return null
}

/** Entries under the number of a desk that the book does not have: no chain vouches for them. */
function entriesOfNoDesk(db: Connection): Damage[] {
  return db
    .prepare<[], { desk: number; sequence: number; to: number }>(
      `SELECT desk, min(sequence) AS sequence, max(sequence) AS "to" FROM journal
       WHERE desk NOT IN (SELECT number FROM desk) GROUP BY desk`,
    )
    .all()
    .map((found) => ({ kind: 'inserted', ...found }))
}

function lastLink(db: Connection, desk: number): { sequence: number; hash: Buffer } | undefined {
  return db
    .prepare<[number], { sequence: number; hash: Buffer }>(
      'SELECT sequence, hash FROM journal WHERE desk = ? ORDER BY sequence DESC LIMIT 1',
    )
    .get(desk)
}

function damageToKnownHead(db: Connection, knownHead: string): Damage | null {
  const match = /^(?:(\d+):)?([0-9a-fA-F]{64})$/.exec(knownHead.trim())
  const hash = match?.[2]?.toLowerCase()
  if (hash) {
    const at = db
      .prepare<[Buffer], number>('SELECT sequence FROM journal WHERE hash = ?')
      .pluck()
      .get(Buffer.from(hash, 'hex'))
    if (at !== undefined && (match?.[1] === undefined || Number(match[1]) === at)) return null
  }
  const sequence = Number(match?.[1] ?? 0)
  if (!hash || sequence === 0) return { kind: 'head-unknown', desk: 1, sequence: 0 }
  return (lastLink(db, 1)?.sequence ?? 0) < sequence
    ? { kind: 'tail-cut', desk: 1, sequence }
    : { kind: 'rewritten', desk: 1, sequence }
}
