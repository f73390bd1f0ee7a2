import { describe, expect, test } from 'vitest'
import { channelsNeeded, type QueueInput } from './channels-needed.ts'
import { worstGap } from './gaps.ts'

const span = { from: 600, to: 900 }
const quarters = 20
const all = (count: number) => Array(count).fill(span)

/** Entries before manual channels of 74 s, 30 minutes at most, as the day sheet of the drawings. */
function entries(
  changes: Partial<QueueInput> & { steady?: number[]; buses?: [number, number][] },
): QueueInput {
  const { steady = [], buses = [], ...rest } = changes
  return {
    direction: 'entry',
    kind: 'manual',
    lines: null,
    demand: {
      steady,
      lumps: buses.map(([atMinute, passengers]) => ({ atMinute, passengers })),
      eGateShare: 0,
    },
    seconds: { channel: 74, eGate: 15 },
    target: { minutes: 30, percent: null },
    plan: { channels: all(2), eGates: [] },
    ...rest,
  }
}

const needsOf = (input: QueueInput) => channelsNeeded(span, [input])
const numbers = (input: QueueInput) => needsOf(input)[0]?.quarters.map(({ needed }) => needed)

describe('channels needed', () => {
  test('are none where nobody comes, and every gap is closed', () => {
    const [need] = needsOf(entries({ plan: { channels: [], eGates: [] } }))
    expect([need?.quarters.map(({ needed }) => needed), need?.gaps]).toEqual([Array(quarters).fill(0), []])
  })

  test('of a bus are those of its drain time, from its quarter hour on and until the last of it has gone', () => {
    const [need] = needsOf(entries({ buses: [[615, 45]], plan: { channels: all(1), eGates: [] } }))
    // By chance inspections may take longer than their mean: in some runs one or two still stand there at 10:45.
    expect(need?.quarters.map(({ needed }) => needed)).toEqual([0, 2, 2, 1, ...Array(16).fill(0)])
    expect(need?.lumps).toEqual([
      { atMinute: 615, passengers: 45, needed: 2, open: 1, drainMinutes: (45 * 74) / 60 },
    ])
    expect(need?.gaps).toEqual([{ from: 615, to: 645, open: 1, needed: 2 }])
  })

  test('of a steady stream are those of Erlang C', () => {
    expect(numbers(entries({ steady: Array(quarters).fill(195 / 4) }))).toEqual(Array(quarters).fill(5))
  })

  test('make one gap of a busy stretch, worst where it lacks the most', () => {
    const steady = Array.from({ length: quarters }, (_, quarter) => (quarter >= 1 && quarter < 7 ? 40 : 15))
    const [need] = needsOf(entries({ steady }))
    expect(worstGap(need?.gaps ?? [])).toEqual({ from: 615, to: 705, open: 2, needed: 4 })
    expect(need?.quarters[0]).toMatchObject({ from: 600, to: 615, expected: 15, open: 2, needed: 2 })
    expect(need?.quarters[1]?.steady).toEqual({
      arrivalsPerHour: 160,
      needed: 4,
      queue: { state: 'over-capacity', utilisation: expect.closeTo((160 * 74) / 3600 / 2, 12) },
    })
  })

  test('keep the target: with them on the board the simulated longest wait is within it, with one fewer it is not', () => {
    const input = entries({
      steady: Array(quarters).fill(20),
      buses: [
        [620, 90],
        [700, 45],
      ],
    })
    const needed = numbers(input) ?? []
    const longest = (fewer: number) => {
      const channels = needed.flatMap((count, quarter) =>
        Array(Math.max(0, count - fewer)).fill({ from: 600 + quarter * 15, to: 615 + quarter * 15 }),
      )
      return needsOf({ ...input, plan: { channels, eGates: [] } })[0]?.course.whole.longestMinutes ?? 0
    }
    expect([longest(0) <= 31, longest(1) > 31]).toEqual([true, true])
  })

  test('for a share in time are more than for half an hour', () => {
    const steady = Array(quarters).fill(40)
    const buses: [number, number][] = [[630, 45]]
    const inTime = numbers(entries({ steady, buses, target: { minutes: 5, percent: 90 } })) ?? []
    const halfAnHour = numbers(entries({ steady, buses })) ?? []
    expect(inTime.every((count, quarter) => count >= (halfAnHour[quarter] ?? 0))).toBe(true)
    expect(inTime[2]).toBeGreaterThan(halfAnHour[2] ?? 0)
  })

  test('count on e-gates only for those who may use them', () => {
    const steady = Array(quarters).fill(60)
    const eGates = all(2)
    const withGates = (eGateShare: number) =>
      numbers(entries({ demand: { steady, lumps: [], eGateShare }, plan: { channels: all(2), eGates } }))
    expect([withGates(0), withGates(0.5)]).toEqual([Array(quarters).fill(5), Array(quarters).fill(3)])
  })

  test('show a missing e-gate as a gap only while manual channels lack too', () => {
    const demand = { steady: Array(quarters).fill(60), lumps: [], eGateShare: 0.5 }
    const gaps = (manual: number) =>
      needsOf(entries({ demand, plan: { channels: all(manual), eGates: [] } })).map((need) => [
        need.kind,
        need.gaps,
      ])
    expect(gaps(3)).toEqual([
      ['manual', [{ from: 600, to: 900, open: 3, needed: 5 }]],
      ['e-gate', [{ from: 600, to: 900, open: 0, needed: 1 }]],
    ])
    expect(gaps(5)).toEqual([
      ['manual', []],
      ['e-gate', []],
    ])
  })

  test('of other queues do not help each other', () => {
    const trucks = {
      ...entries({ steady: Array(quarters).fill(6) }),
      kind: 'cargo' as const,
      seconds: { channel: 300, eGate: 15 },
    }
    const exits = { ...entries({ steady: Array(quarters).fill(20) }), direction: 'exit' as const }
    expect(channelsNeeded(span, [trucks, exits]).map(({ kind, direction }) => [kind, direction])).toEqual([
      ['cargo', 'entry'],
      ['manual', 'exit'],
    ])
  })
})
