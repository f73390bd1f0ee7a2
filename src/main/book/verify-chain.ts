import type { DamageKind, Verification } from '../../shared/contract/journal.ts'
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

/**
 * Recomputes every link of every desk's chain and names the first thing that is wrong with each.
 * @param knownHead a hash, or `sequence:hash`, that was printed earlier: the only witness against a chain that was
 *   rewritten, or cut, by somebody who also mended the head kept in the book
 */
export function verifyChain(db: Connection, knownHead?: string): Verification {
  const desks = db
    .prepare<[], { number: number; id: string; sequence: number; hash: Buffer }>('SELECT * FROM desk')
    .all()
  const damage: Damage[] = []
  for (const desk of desks) {
    const found = damageInside(db, desk.number, chainStart(desk.id)) ?? damageAtEnd(db, desk)
    if (found) damage.push(found)
  }
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

function linkHolds(before: string, link: Link, sequence = link.sequence): boolean {
  return chainHash(before, sequence, link.entity, link.key, link.entry) === link.hash.toString('hex')
}

function damageInside(db: Connection, desk: number, start: string): Damage | null {
  const links = db
    .prepare<[number], Link>(
      'SELECT sequence, entity, key, entry, hash FROM journal WHERE desk = ? ORDER BY sequence',
    )
    .iterate(desk)
  let beforeLast = start
  let last = start
  let sequence = 0
  for (const link of links) {
    if (link.sequence !== sequence + 1)
      return { kind: 'removed', desk, sequence: sequence + 1, to: link.sequence - 1 }
    if (!linkHolds(last, link)) {
      if (linkHolds(beforeLast, link, link.sequence - 1)) return { kind: 'inserted', desk, sequence }
      const kind = kindOfBrokenLink(last, link, nextLink(links))
      return { kind, desk, sequence: link.sequence }
    }
    beforeLast = last
    last = link.hash.toString('hex')
    sequence = link.sequence
  }
  return null
}

function nextLink(links: IterableIterator<Link>): Link | null {
  const next = links.next()
  links.return?.()
  return next.done ? null : next.value
}

/** What happened to a link that does not follow from the one before, as its successor shows. */
function kindOfBrokenLink(before: string, link: Link, next: Link | null): DamageKind {
  const stored = link.hash.toString('hex')
  if (!next || linkHolds(stored, next)) return 'edited'
  if (linkHolds(before, next, next.sequence - 1)) return 'inserted'
  if (linkHolds(stored, next, next.sequence + 1)) return 'removed'
  return 'rewritten'
}

/** Compares the chain's end with the head that the book keeps beside it. */
function damageAtEnd(
  db: Connection,
  desk: { number: number; sequence: number; hash: Buffer },
): Damage | null {
  const last = lastLink(db, desk.number)
  const sequence = last?.sequence ?? 0
  if (sequence < desk.sequence)
    return { kind: 'tail-cut', desk: desk.number, sequence: sequence + 1, to: desk.sequence }
  if (sequence > desk.sequence)
    return { kind: 'inserted', desk: desk.number, sequence: desk.sequence + 1, to: sequence }
  if (last && !last.hash.equals(desk.hash)) return { kind: 'rewritten', desk: desk.number, sequence }
  return null
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
