import type { Board, Opening } from '../../../../shared/contract/staffing.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { languageOrder } from '../../../../shared/languages/names.ts'
import type { Plan } from '../../../../shared/staffing/staffing-words.ts'
import { type Direction, directions } from '../../../../shared/words.ts'
import { plainDigits } from '../../../lib/days.ts'
import { cellsOfText } from '../../../ui/grid/grid-block.ts'
import { shiftOfMinute } from '../board/board-edits.ts'
import { newOpeningId } from '../board/opening-ids.ts'
import { readDuties, readHeads, readTimes } from '../typed-openings.ts'

/** The columns of the table that take typing, in the order in which a block is pasted. */
export const rowColumns = ['channel', 'direction', 'times', 'who'] as const
export type RowColumn = (typeof rowColumns)[number]
export type TypedRow = Record<RowColumn, string>

export const emptyRow: TypedRow = { channel: '', direction: '', times: '', who: '' }

/** A cell that cannot be read. */
export interface RowProblem {
  column: RowColumn
  text: string
}

type Channel = Board['channels'][number]

const plain = (text: string): string => plainDigits(text).trim().toLowerCase()

/** A channel by its code or its name in any language, or by a beginning that only one has. */
export function readChannel(text: string, channels: readonly Channel[]): Channel | null {
  const typed = plain(text)
  if (typed === '') return null
  const wordsOf = ({ channel, names }: Channel): string[] => [channel, ...Object.values(names).map(plain)]
  const whole = channels.find((each) => wordsOf(each).includes(typed))
  const begun = channels.filter((each) => wordsOf(each).some((word) => word.startsWith(typed)))
  return whole ?? (begun.length === 1 ? (begun[0] ?? null) : null)
}

/** A direction by its word in any language, or by a beginning that only one has. */
export function readDirection(text: string): Direction | null {
  const typed = plain(text)
  if (typed === '') return null
  const found = directions.filter((direction) =>
    languageOrder.some((language) => plain(texts[language].directions[direction]).startsWith(typed)),
  )
  return found.length === 1 ? (found[0] ?? null) : null
}

/** What a row says, as an opening of the board. */
export function readRow(
  row: TypedRow,
  board: Board,
  plan: Plan,
): { ok: true; opening: Opening } | { ok: false; problem: RowProblem } {
  const refuse = (column: RowColumn) => ({ ok: false as const, problem: { column, text: row[column] } })
  const channel = readChannel(row.channel, board.channels)
  if (!channel) return refuse('channel')
  const direction = row.direction.trim() === '' ? channel.directions[0] : readDirection(row.direction)
  if (!direction) return refuse('direction')
  const times = readTimes(row.times, { from: board.startsMinute, to: board.endsMinute })
  if (!times) return refuse('times')
  const shift = shiftOfMinute(board, times.startsMinute) ?? board.shifts[0]
  if (!shift) return refuse('times')
  const who = readWho(row.who, times, board)
  if (!who) return refuse('who')
  return {
    ok: true,
    opening: {
      opening: newOpeningId(),
      shift: shift.shift,
      channel: channel.channel,
      plan,
      direction,
      ...times,
      ...who,
    },
  }
}

/** Heads, or officers by staff number, as the port says it; null where the text is neither. */
export function readWho(
  text: string,
  opening: { startsMinute: number; endsMinute: number | null },
  board: Board,
): Pick<Opening, 'headCount' | 'duties'> | null {
  const heads = readHeads(text)
  const isNumber = heads === null || (heads !== undefined && board.rule.heads === 'counted')
  if (isNumber) return { headCount: heads, duties: [] }
  const duties = readDuties(text, opening, { from: board.startsMinute, to: board.endsMinute })
  return duties && { headCount: null, duties }
}

/** A problem of a pasted block, with its line counted from 1. */
export interface BlockProblem extends RowProblem {
  line: number
}

/** The openings of a pasted block with the lines that they stand on, counted from 1; a first line of which nothing can be read is its head. */
export function readBlock(
  text: string,
  board: Board,
  plan: Plan,
): { openings: Opening[]; lines: number[]; problems: BlockProblem[] } {
  const lines = cellsOfText(text)
  const openings: Opening[] = []
  const own: number[] = []
  const problems: BlockProblem[] = []
  const filled = lines.filter((cells) => cells.some((cell) => cell !== ''))
  for (const [index, cells] of lines.entries()) {
    if (cells.every((cell) => cell === '')) continue
    const row = Object.fromEntries(rowColumns.map((column, at) => [column, cells[at] ?? ''])) as TypedRow
    const isHead =
      cells === filled[0] &&
      filled.length > 1 &&
      !readChannel(row.channel, board.channels) &&
      !readTimes(row.times, { from: board.startsMinute, to: board.endsMinute })
    if (isHead) continue
    const read = readRow(row, board, plan)
    if (read.ok) {
      openings.push(read.opening)
      own.push(index + 1)
    } else problems.push({ ...read.problem, line: index + 1 })
  }
  return { openings, lines: own, problems }
}
