import type { Opening } from '../../../../shared/contract/staffing.ts'
import type { Answer, ErrorReport } from '../../../../shared/errors.ts'
import { mostOpenings } from '../../../../shared/staffing/staffing-words.ts'
import type { BoardNow } from '../board/board-actions.ts'
import { boardSource } from '../board-source.ts'
import { readTimes } from '../typed-openings.ts'
import {
  type BlockProblem,
  type RowColumn,
  type RowProblem,
  readBlock,
  readChannel,
  readDirection,
  readRow,
  readWho,
  type TypedRow,
} from './typed-rows.ts'

/** Changes an opening by what was typed into one of its cells. @returns why not, where it cannot be read, or the book's answer */
export function takeTypedCell(
  opening: Opening,
  column: RowColumn,
  text: string,
  { board }: BoardNow,
): { problem: RowProblem } | { answer: Promise<Answer<unknown>> } {
  const change = changeOf(opening, column, text, board)
  if (!change) return { problem: { column, text } }
  const at = { channel: opening.channel, minute: opening.startsMinute }
  return { answer: boardSource.edit({ kind: 'change', opening: opening.opening, change }, at) }
}

function changeOf(
  opening: Opening,
  column: RowColumn,
  text: string,
  board: BoardNow['board'],
): Partial<Opening> | null {
  switch (column) {
    case 'channel': {
      const channel = readChannel(text, board.channels)
      return channel && { channel: channel.channel }
    }
    case 'direction': {
      const direction = readDirection(text)
      return direction && { direction }
    }
    case 'times':
      return readTimes(text, { from: board.startsMinute, to: board.endsMinute })
    case 'who':
      return readWho(text, opening, board)
  }
}

/** Writes a new line. @returns the cell that cannot be read, or the refusal of the book */
export async function takeNewRow(
  row: TypedRow,
  { board, plan }: BoardNow,
): Promise<{ ok: true } | { ok: false; problem: RowProblem } | { ok: false; error: ErrorReport }> {
  const read = readRow(row, board, plan)
  if (!read.ok) return read
  const { opening } = read
  const answer = await boardSource.edit(
    { kind: 'open', opening },
    { channel: opening.channel, minute: opening.startsMinute },
  )
  return answer.ok ? { ok: true } : { ok: false, error: answer.error }
}

/** Why a block was not pasted: too long, or what is in the way with its line counted from 1. */
export type PasteRefusal =
  | { tooMany: number }
  | { problem: BlockProblem }
  | { line: number; error: ErrorReport }

/** Writes a block from a spreadsheet, all or nothing. @returns why not */
export async function pasteOpenings(text: string, { board, plan }: BoardNow): Promise<PasteRefusal | null> {
  const { openings, lines, problems } = readBlock(text, board, plan)
  const [problem] = problems
  if (problem) return { problem }
  const [first] = openings
  if (!first) return null
  if (openings.length > mostOpenings) return { tooMany: openings.length }
  const answer = await boardSource.edit(
    { kind: 'record', openings },
    { channel: first.channel, minute: first.startsMinute },
  )
  if (answer.ok) return null
  return { line: lines[Number(answer.error.details.row ?? 0)] ?? 1, error: answer.error }
}
