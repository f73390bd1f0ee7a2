import type { TestBook } from './test-book.ts'

const always = { from: null, to: null }

/**
 * Gives the hall of a test book channels and people: manual channels `m1` (both ways) and `m2` (entry only), an e-gate
 * `g1` for the line `domestic`, `idle` without openings; officers 061234 (team a, manual) and 061235 (team b, manual and
 * e-gate) and `idle`; teams a, b and idle; from 2025-01-01 a rota in which a and b take the morning in turn.
 */
export async function staffTestBook(book: TestBook): Promise<void> {
  const both = ['entry', 'exit'] as ('entry' | 'exit')[]
  const channel = { checkpoint: 'hall', kind: 'manual', directions: both, eligible: null, ...always } as const
  await book.done('addChannel', { ...channel, channel: 'm1', names: { en: 'Manual 1', 'zh-CN': '人工1' } })
  await book.done('addChannel', {
    ...channel,
    channel: 'm2',
    names: { en: 'Manual 2' },
    directions: ['entry'],
  })
  await book.done('addChannel', {
    ...channel,
    channel: 'g1',
    names: { en: 'E-gate 1' },
    kind: 'e-gate',
    eligible: ['domestic'],
  })
  await book.done('addChannel', { ...channel, channel: 'idle', names: { en: 'Spare' } })
  for (const team of ['a', 'b', 'idle']) await book.done('addTeam', { team, names: { en: team }, ...always })
  const officer = { name: null, kinds: ['manual' as const], ...always }
  const member = (team: string) => ({ teams: [{ team, ...always }] })
  await book.done('addOfficer', { ...officer, officer: '061234', name: 'Li', ...member('a') })
  await book.done('addOfficer', {
    ...officer,
    officer: '061235',
    kinds: ['manual', 'e-gate'],
    ...member('b'),
  })
  await book.done('addOfficer', { ...officer, officer: 'idle', teams: [] })
  await book.done('keepRota', {
    checkpoint: 'hall',
    replaces: null,
    from: '2025-01-01',
    to: null,
    cycleDays: 2,
    days: [
      { day: 1, shift: 'morning', team: 'a' },
      { day: 2, shift: 'morning', team: 'b' },
    ],
  })
}
