import type { Receipt } from '../../../shared/contract/operation.ts'
import type { Opening } from '../../../shared/contract/staffing.ts'
import type { Answer } from '../../../shared/errors.ts'
import { call } from '../../lib/client.ts'
import type { SheetPlace } from '../../lib/places.ts'
import type { BoardEdit } from './board/board-edits.ts'
import { isGivenHere } from './board/opening-ids.ts'

/** An edit with the board that it was made on. */
export interface SentEdit {
  edit: BoardEdit
  place: SheetPlace
}

export interface EditSender {
  /** Asks the book for what an edit does; throws where nobody answers. */
  send(sent: SentEdit): Promise<Answer<Receipt>>
  /** The id that the window gave an opening before the book did: it stays the same while one works on it. */
  idInWindow(id: string): string
  /** Whether the edit is about an opening that the book refused. */
  isGone(edit: BoardEdit): boolean
}

/** Brings edits to the book; an opening that the window has just made is known there by another id. */
export function createEditSender(): EditSender {
  const known = new Map<string, string>()
  const given = new Map<string, string>()
  const learn = (id: string, inBook: string): void => {
    known.set(id, inBook)
    given.set(inBook, id)
  }
  const idInBook = (id: string): string => known.get(id) ?? id
  const isUnknown = (id: string): boolean => isGivenHere(idInBook(id))

  async function open(place: SheetPlace, opening: Opening): Promise<Answer<Receipt>> {
    const { opening: id, shift, ...wanted } = opening
    const answer = await call('openChannel', { ...place, shift, ...wanted })
    if (!answer.ok) return answer
    const { opening: inBook, ...receipt } = answer.output
    learn(id, inBook)
    return { ok: true, output: receipt }
  }

  async function record(place: SheetPlace, openings: readonly Opening[]): Promise<Answer<Receipt>> {
    const answer = await call('recordOpenings', {
      ...place,
      openings: openings.map(({ opening: _, ...wanted }) => wanted),
    })
    if (!answer.ok) return answer
    const { openings: inBook, ...receipt } = answer.output
    for (const [index, { opening }] of openings.entries()) learn(opening, inBook[index] ?? opening)
    return { ok: true, output: receipt }
  }

  /** What goes on after a turn has an id that its command does not answer: it is the one that begins there. */
  async function findTurned(
    place: SheetPlace,
    { opening, atMinute, newId }: BoardEdit & { kind: 'reverse' },
  ): Promise<void> {
    const board = await call('readBoard', place)
    if (!board.ok) return
    const turned = board.output.openings.find((each) => each.opening === idInBook(opening))
    const next = board.output.openings.find(
      (each) =>
        each.channel === turned?.channel && each.plan === turned.plan && each.startsMinute === atMinute,
    )
    if (next) learn(newId, next.opening)
  }

  return {
    idInWindow: (id) => given.get(id) ?? id,
    isGone: (edit) => 'opening' in edit && typeof edit.opening === 'string' && isUnknown(edit.opening),
    async send({ edit, place }) {
      switch (edit.kind) {
        case 'open':
          return open(place, edit.opening)
        case 'record':
          return record(place, edit.openings)
        default:
      }
      const opening = idInBook(edit.opening)
      if (isUnknown(edit.opening)) return { ok: false, error: { code: 'unknown-opening', details: {} } }
      if (edit.kind === 'remove') return call('removeOpenings', { openings: [opening] })
      if (edit.kind === 'close') return call('closeChannel', { opening, endsMinute: edit.endsMinute })
      if (edit.kind === 'change') return call('changeOpening', { opening, ...edit.change })
      const answer = await call('reverseChannel', { opening, atMinute: edit.atMinute })
      if (answer.ok) await findTurned(place, edit)
      return answer
    },
  }
}
