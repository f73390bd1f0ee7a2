import type { DaySheet } from '../../../shared/contract/crossings.ts'
import type { ShiftNotes } from '../../../shared/contract/notes.ts'
import type { PortDescription } from '../../../shared/contract/reference.ts'
import type { ErrorReport } from '../../../shared/errors.ts'
import { call } from '../../lib/client.ts'
import { pause, retryAfterMs } from '../../lib/pause.ts'
import { firstPlace, placeOnDate, type SheetPlace, type Step } from '../../lib/places.ts'
import { createStore, type Store } from '../../lib/store.ts'
import type { CellEdits } from './cell-edits.ts'

export interface ShownSheet {
  place: SheetPlace
  sheet: DaySheet
  notes: ShiftNotes
  /** The port with the names and shifts of the sheet's date. */
  port: PortDescription
}

/** The sheet on the screen. It changes as a whole, once the next one has been read, so that typing never meets a gap. */
export interface SheetSource {
  shown: Store<ShownSheet | null>
  problem: Store<ErrorReport | null>
  /** What was chosen of another sheet while that one is on its way; null at rest. */
  towards: Store<Partial<SheetPlace> | null>
  /** Shows the shift that is worked now, or reads again the sheet that is shown already. */
  begin(): void
  open(place: Partial<SheetPlace>): void
  step(step: Step): void
  reload(): void
  /** Does what changes where one can type, and shows the sheet anew; keys wait for it. */
  change(work: () => Promise<void>): void
}

type Wanted = (now: ShownSheet) => SheetPlace

export function createSheetSource(edits: Pick<CellEdits, 'commitAll' | 'beginReading'>): SheetSource {
  const shown = createStore<ShownSheet | null>(null)
  const problem = createStore<ErrorReport | null>(null)
  const towards = createStore<Partial<SheetPlace> | null>(null)
  let moves = 0
  let turn: Promise<void> = Promise.resolve()
  let reloadWaits = false

  /** Reads one sheet; throws where nobody answers. */
  async function show(place: SheetPlace): Promise<void> {
    const forgetRead = edits.beginReading()
    const before = shown.get()?.place
    // A place that was just shown, or just described, most likely exists: one way there and back instead of two.
    const isLikely = before === undefined || samePlace(place, before)
    const [port, likely] = await Promise.all([
      call('describePort', { date: place.date }),
      isLikely ? readSheet(place) : null,
    ])
    if (!port.ok) return problem.set(port.error)
    const there = placeOnDate(place, port.output.checkpoints)
    const [sheet, notes] = likely && samePlace(there, place) ? likely : await readSheet(there)
    if (!sheet.ok) return problem.set(sheet.error)
    if (!notes.ok) return problem.set(notes.error)
    // What was typed meanwhile belongs to the sheet that goes.
    if (!samePlace(there, before)) edits.commitAll()
    shown.set({ place: there, sheet: sheet.output, notes: notes.output, port: port.output })
    problem.set(null)
    forgetRead()
  }

  async function showNow(): Promise<void> {
    // What was changed while another screen was shown, in the settings or elsewhere, was not heard here.
    const before = shown.get()
    if (before) return show(before.place)
    const port = await call('describePort', {})
    if (!port.ok) return problem.set(port.error)
    const place = firstPlace(port.output)
    if (place) await show(place)
  }

  function inTurn(task: () => Promise<void>, again: () => void): void {
    turn = turn.then(task).catch(async () => {
      await pause(retryAfterMs)
      again()
    })
  }

  function go(wanted: Wanted, chosen: Partial<SheetPlace>, work?: () => Promise<void>): void {
    edits.commitAll()
    moves += 1
    towards.set({ ...towards.get(), ...chosen })
    inTurn(async () => {
      try {
        await work?.()
        const now = shown.get()
        if (now) await show(wanted(now))
      } finally {
        moves -= 1
        if (moves === 0) towards.set(null)
      }
    }, source.reload)
  }

  const source: SheetSource = {
    shown,
    problem,
    towards,
    begin: () => inTurn(showNow, source.begin),
    open: (place) => go((now) => ({ ...now.place, ...place }), place),
    step: (step) => go((now) => step(now.place, now.sheet), {}),
    change: (work) => go((now) => now.place, {}, work),
    reload() {
      if (reloadWaits) return
      reloadWaits = true
      inTurn(async () => {
        reloadWaits = false
        const now = shown.get()
        if (now) await show(now.place)
      }, source.reload)
    },
  }
  return source
}

function samePlace(a: SheetPlace, b: SheetPlace | undefined): boolean {
  return a.checkpoint === b?.checkpoint && a.date === b.date && a.shift === b.shift
}

function readSheet(place: SheetPlace) {
  return Promise.all([call('readDaySheet', place), call('readNotes', place)])
}
