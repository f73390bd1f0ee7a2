import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { CommandName, OperationName } from '../../../shared/contract/index.ts'
import { contract } from '../../../shared/contract/index.ts'
import { minutesApart, overlaps, type Span } from '../../../shared/staffing/spans.ts'
import { endOf } from '../../../shared/staffing/staffing-words.ts'
import { settingInputs } from '../../testing/arbitrary-settings.ts'
import { staffingInputs } from '../../testing/arbitrary-staffing.ts'
import { staffTestBook } from '../../testing/staff-test-book.ts'
import { makeTestBook, type TestBook } from '../../testing/test-book.ts'
import { holdsOn, portModel } from '../reference/port-model.ts'
import type { StoredOpening } from './openings.sql.ts'
import { shiftsOfBoard } from './shift-place.ts'
import { staffingModel } from './staffing-model.ts'

// Hundreds of runs, on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

type Step = { operation: CommandName; input: object } | 'undo' | 'redo'

const commandsOf = (inputs: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Step>[] =>
  Object.entries(inputs)
    .filter(([name]) => contract[name as OperationName].kind === 'command' && name !== 'importOpenings')
    .map(([name, input]) => input.map((made) => ({ operation: name as CommandName, input: made as object })))

const inputs = staffingInputs('nowhere')
/** Openings that mostly can be, in three shifts of the hall and in the yard, which counts by day. */
const opening = fc
  .record({
    place: fc.constantFrom(
      { checkpoint: 'hall', shift: 'morning', first: 600, channels: ['m1', 'm2', 'g1'] },
      { checkpoint: 'hall', shift: 'night', first: 1320, channels: ['m1', 'm2', 'g1'] },
      { checkpoint: 'yard', shift: 'day', first: 300, channels: ['c1', 'c1', 'c1'] },
    ),
    date: fc.constantFrom('2025-02-03', '2025-02-04'),
    channel: fc.nat({ max: 2 }),
    plan: fc.constantFrom('planned', 'actual'),
    direction: fc.constantFrom('entry', 'entry', 'exit'),
    begins: fc.nat({ max: 8 }),
    lasts: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 5 }),
    officer: fc.option(fc.constantFrom('061234', '061235'), { freq: 1 }),
  })
  .map(({ place, date, channel, plan, direction, begins, lasts, officer }): Step => {
    const startsMinute = place.first + begins * 30
    const duty = { officer, role: 'inspector', startsMinute, endsMinute: null }
    return {
      operation: 'openChannel',
      input: {
        checkpoint: place.checkpoint,
        date,
        shift: place.shift,
        channel: place.channels[channel],
        plan,
        direction,
        startsMinute,
        endsMinute: lasts === null ? null : startsMinute + lasts * 30,
        duties: officer === null ? [] : [duty],
      },
    }
  })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: opening },
  { weight: 4, arbitrary: fc.oneof(...commandsOf(inputs)) },
  { weight: 3, arbitrary: fc.oneof(...commandsOf(settingInputs(fc.constant('nowhere')))) },
  { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
)

async function take(book: TestBook, taken: Step, random: () => number): Promise<void> {
  if (taken === 'undo' || taken === 'redo') {
    const steps = await book.done('readUndoSteps', {})
    await book.call(taken, { batch: steps[taken]?.batch ?? 0 })
    return
  }
  const { operation, input } = taken
  // Ids are made as they are written: those that the book has now are asked for.
  const ids = book.writer.db.prepare<[], string>('SELECT id FROM opening').pluck().all()
  const id = (): string => ids[Math.floor(random() * ids.length)] ?? '01948000-0000-7000-9000-000000000000'
  const known =
    'openings' in input && operation === 'removeOpenings'
      ? { openings: [id()] }
      : 'opening' in input
        ? { ...input, opening: id() }
        : input
  const answer = await book.call(operation, known as never)
  if (!answer.ok) expect([operation, answer.error.code]).not.toEqual([operation, 'internal'])
}

/** Whatever the rules should have refused. */
function faultsOf({ writer: { db } }: TestBook): string[] {
  const port = portModel(db)
  const model = staffingModel(db)
  const faults: string[] = []
  const open: (Span & { who: string })[] = []
  const openings = db
    .prepare<[], StoredOpening>(
      `SELECT id, checkpoint, date, shift, channel, plan, direction, starts_minute AS startsMinute,
         ends_minute AS endsMinute, head_count AS headCount FROM opening`,
    )
    .all()
  for (const opening of openings) {
    const { date, shift, checkpoint: code, plan, direction } = opening
    const checkpoint = port.checkpoints.get(code)
    const channel = model.channels.get(opening.channel)
    const own =
      checkpoint && shiftsOfBoard(checkpoint, { date, shift: 'day' }).find((each) => each.shift === shift)
    const place = `${opening.channel} ${date} ${shift} ${opening.startsMinute}–${opening.endsMinute}`
    if (!checkpoint || !own || !holdsOn(checkpoint, date)) {
      faults.push(`${place}: no such shift`)
      continue
    }
    if (!channel || !holdsOn(channel, date)) faults.push(`${place}: no such channel`)
    if (!channel?.directions.includes(direction)) faults.push(`${place}: not that way`)
    if (!checkpoint.directions.includes(direction)) faults.push(`${place}: no such direction`)
    const span = { from: opening.startsMinute, to: endOf(opening, own.span) }
    if (span.from < own.span.from || span.to > own.span.to) faults.push(`${place}: outside its shift`)
    const by = minutesApart('2025-01-01', date)
    open.push({ who: `${plan} channel ${opening.channel}`, from: span.from + by, to: span.to + by })
    const duties = db
      .prepare<[string], { officer: string; starts: number; ends: number | null }>(
        'SELECT officer, starts_minute AS starts, ends_minute AS ends FROM duty WHERE opening = ?',
      )
      .all(opening.id)
    for (const { officer, starts, ends } of duties) {
      const known = model.officers.get(officer)
      if (!known || !holdsOn(known, date)) faults.push(`${place}: no officer ${officer}`)
      if (starts < span.from || (ends ?? span.to) > span.to) faults.push(`${place}: ${officer} outside`)
      open.push({ who: `${plan} officer ${officer}`, from: starts + by, to: (ends ?? span.to) + by })
    }
  }
  for (const [who, spans] of Map.groupBy(open, (each) => each.who)) {
    for (const [index, span] of spans.entries()) {
      if (spans.slice(0, index).some((other) => overlaps(span, other))) faults.push(`${who} twice at once`)
    }
  }
  return faults
}

test('after any walk of openings, settings, undo and redo nothing is open twice, nobody in two places, and all have their place', async () => {
  let most = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 20, maxLength: 50 }),
      fc.infiniteStream(fc.nat({ max: 999 })),
      async (steps, numbers) => {
        const book = makeTestBook()
        const random = (): number => (numbers.next().value ?? 0) / 1_000
        try {
          await staffTestBook(book)
          await book.done('addChannel', {
            checkpoint: 'yard',
            channel: 'c1',
            names: { en: 'Cargo 1' },
            kind: 'cargo',
            directions: ['entry', 'exit'],
            eligible: null,
            from: null,
            to: null,
          })
          for (const taken of steps) await take(book, taken, random)
          expect(faultsOf(book)).toEqual([])
          expect(book.writer.db.pragma('foreign_key_check')).toEqual([])
          most = Math.max(
            most,
            book.writer.db.prepare<[], number>('SELECT count(*) FROM opening').pluck().get() ?? 0,
          )
        } finally {
          book.remove()
        }
      },
    ),
    { numRuns: 40, seed: 20_261_121 },
  )
  expect(most).toBeGreaterThan(5)
})
