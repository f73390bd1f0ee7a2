import type { PortDescription } from '../../../shared/contract/reference.ts'
import type { Board, Opening } from '../../../shared/contract/staffing.ts'
import type { Answer, ErrorReport } from '../../../shared/errors.ts'
import { call } from '../../lib/client.ts'
import { pause, retryAfterMs } from '../../lib/pause.ts'
import { firstPlace, placeOnDate, type SheetPlace, type Step } from '../../lib/places.ts'
import { save } from '../../lib/saving.ts'
import { createStore, type Store } from '../../lib/store.ts'
import { afterEdit, type BoardEdit } from './board/board-edits.ts'
import { createEditSender, type SentEdit } from './send-edit.ts'

export interface ShownBoard {
  place: SheetPlace
  /** As it was read. */
  board: Board
  /** The port with the names and shifts of the board's date. */
  port: PortDescription
}

/** What a change is about, and what was typed to make it. */
export interface EditPlace {
  channel: string
  minute: number
  typed?: { opening: string; field: 'times' | 'who'; text: string }
}

/** Why the last change was taken back, beside what it was about. */
export interface BoardRefusal extends EditPlace {
  error: ErrorReport
}

interface Waiting {
  edit: BoardEdit
  /** Whether it is in the book: what is read from then on has it. */
  answered: boolean
}

/** The board on the screen: as it was read, and at once with what is being changed. */
export interface BoardSource {
  shown: Store<ShownBoard | null>
  /** The openings with every change that is not read back yet. */
  openings: Store<readonly Opening[]>
  problem: Store<ErrorReport | null>
  refusal: Store<BoardRefusal | null>
  /** What was chosen of another board while that one is on its way; null at rest. */
  towards: Store<Partial<SheetPlace> | null>
  /** Shows a place, the one that was shown already, or where the port works now. */
  begin(place: SheetPlace | null): void
  open(place: Partial<SheetPlace>): void
  step(step: Step): void
  reload(): void
  /** Shows what is being drawn, before it is made; null ends that. */
  draft(edit: BoardEdit | null): void
  /** Makes a change: the board has it at once, the book in its turn; one that is refused is taken back. Answers whether it was taken. */
  edit(edit: BoardEdit, at: EditPlace): Promise<Answer<unknown>>
  /** Runs another command on the board's shift, in its turn. */
  run<Output>(command: () => Promise<Answer<Output>>): Promise<Answer<Output>>
}

export function createBoardSource(): BoardSource {
  const shown = createStore<ShownBoard | null>(null)
  const openings = createStore<readonly Opening[]>([])
  const problem = createStore<ErrorReport | null>(null)
  const refusal = createStore<BoardRefusal | null>(null)
  const towards = createStore<Partial<SheetPlace> | null>(null)
  const sender = createEditSender()
  let waiting: readonly Waiting[] = []
  let drawn: BoardEdit | null = null
  let moves = 0
  let turn: Promise<void> = Promise.resolve()
  let reloadWaits = false

  function draw(): void {
    const read = shown.get()?.board.openings ?? []
    const edits = [...waiting.map(({ edit }) => edit), ...(drawn ? [drawn] : [])]
    openings.set(edits.reduce<readonly Opening[]>(afterEdit, read))
  }

  /** Reads one board; throws where nobody answers. */
  async function show(place: SheetPlace): Promise<void> {
    const inBook = new Set(waiting.filter(({ answered }) => answered))
    const port = await call('describePort', { date: place.date })
    if (!port.ok) return problem.set(port.error)
    const there = placeOnDate(place, port.output.checkpoints)
    const answer = await call('readBoard', there)
    if (!answer.ok) return problem.set(answer.error)
    const board = {
      ...answer.output,
      openings: answer.output.openings.map((each) => ({ ...each, opening: sender.idInWindow(each.opening) })),
    }
    const before = shown.get()?.place
    const isElsewhere =
      !before ||
      before.checkpoint !== there.checkpoint ||
      before.date !== there.date ||
      before.shift !== there.shift
    // What was read may have a change or not that had no answer yet; the board shows it, and is read again after the answer.
    if (!isElsewhere && waiting.some((each) => !inBook.has(each))) return
    waiting = []
    if (isElsewhere) refusal.set(null)
    shown.set({ place: there, board, port: port.output })
    problem.set(null)
    draw()
  }

  async function showFirst(place: SheetPlace | null): Promise<void> {
    const wanted = place ?? shown.get()?.place
    if (wanted) return show(wanted)
    const port = await call('describePort', {})
    if (!port.ok) return problem.set(port.error)
    const first = firstPlace(port.output)
    if (first) await show(first)
  }

  function inTurn(task: () => Promise<void>, again: () => void): void {
    turn = turn.then(task).catch(async () => {
      await pause(retryAfterMs)
      again()
    })
  }

  function go(wanted: (now: ShownBoard) => SheetPlace, chosen: Partial<SheetPlace>): void {
    moves += 1
    towards.set({ ...towards.get(), ...chosen })
    inTurn(async () => {
      try {
        const now = shown.get()
        if (now) await show(wanted(now))
      } finally {
        moves -= 1
        if (moves === 0) towards.set(null)
      }
    }, source.reload)
  }

  function put(edit: BoardEdit): Waiting {
    const one: Waiting = { edit, answered: false }
    waiting = [...waiting, one]
    draw()
    return one
  }

  const source: BoardSource = {
    shown,
    openings,
    problem,
    refusal,
    towards,
    begin: (place) =>
      inTurn(
        () => showFirst(place),
        () => source.begin(place),
      ),
    open: (place) => go((now) => ({ ...now.place, ...place }), place),
    step: (step) => go((now) => step(now.place, now.board), {}),
    reload() {
      if (reloadWaits) return
      reloadWaits = true
      inTurn(async () => {
        reloadWaits = false
        const now = shown.get()
        if (now) await show(now.place)
      }, source.reload)
    },
    draft(edit) {
      drawn = edit
      draw()
    },
    async edit(edit, at) {
      const now = shown.get()
      if (!now) return { ok: true, output: null }
      refusal.set(null)
      drawn = null
      const one = put(edit)
      const sent: SentEdit = { edit, place: now.place }
      const answer = await save(() => sender.send(sent))
      if (answer.ok) {
        one.answered = true
      } else {
        waiting = waiting.filter((each) => each !== one)
        draw()
        // A later change of an opening that never came to be has nothing to say of its own.
        if (!sender.isGone(edit)) refusal.set({ error: answer.error, ...at })
      }
      source.reload()
      return answer
    },
    async run(command) {
      refusal.set(null)
      const answer = await save(command as () => Promise<Answer<never>>)
      source.reload()
      return answer as Awaited<ReturnType<typeof command>>
    },
  }
  return source
}

/** The one board of the window. */
export const boardSource: BoardSource = createBoardSource()
