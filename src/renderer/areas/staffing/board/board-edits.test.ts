import { expect, test } from 'vitest'
import type { Opening } from '../../../../shared/contract/staffing.ts'
import { afterEdit } from './board-edits.ts'

const duty = (officer: string, startsMinute: number, endsMinute: number | null) => ({
  officer,
  role: 'inspector' as const,
  startsMinute,
  endsMinute,
})

const opening: Opening = {
  opening: 'a',
  shift: 'morning',
  channel: 'm1',
  plan: 'actual',
  direction: 'entry',
  startsMinute: 600,
  endsMinute: 900,
  headCount: null,
  duties: [duty('0231', 600, 720), duty('0244', 720, null)],
}

test('officers move with the begin of their opening, and nobody stays beyond its ends', () => {
  const [moved] = afterEdit([opening], { kind: 'change', opening: 'a', change: { startsMinute: 630 } })
  expect(moved).toEqual({
    ...opening,
    startsMinute: 630,
    duties: [duty('0231', 630, 720), duty('0244', 720, null)],
  })
  const [closed] = afterEdit([opening], { kind: 'close', opening: 'a', endsMinute: 700 })
  expect(closed).toEqual({ ...opening, endsMinute: 700, duties: [duty('0231', 600, null)] })
})

test('a channel turned round at a minute goes on the other way with those who are there', () => {
  const turned = afterEdit([opening], { kind: 'reverse', opening: 'a', atMinute: 780, newId: 'b' })
  expect(turned).toEqual([
    { ...opening, endsMinute: 780, duties: [duty('0231', 600, 720), duty('0244', 720, null)] },
    {
      ...opening,
      opening: 'b',
      direction: 'exit',
      startsMinute: 780,
      duties: [duty('0244', 780, null)],
    },
  ])
  expect(afterEdit([opening], { kind: 'reverse', opening: 'a', atMinute: 600, newId: 'b' })).toEqual([
    { ...opening, direction: 'exit' },
  ])
})

test('what is removed is gone, and what is entered stands there', () => {
  expect(afterEdit([opening], { kind: 'remove', opening: 'a' })).toEqual([])
  const other = { ...opening, opening: 'b' }
  expect(afterEdit([opening], { kind: 'record', openings: [other] })).toEqual([opening, other])
})
