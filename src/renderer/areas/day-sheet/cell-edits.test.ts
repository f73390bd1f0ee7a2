import { beforeEach, describe, expect, test } from 'vitest'
import type { CountValue } from '../../../shared/contract/crossings.ts'
import type { Receipt } from '../../../shared/contract/operation.ts'
import type { Answer } from '../../../shared/errors.ts'
import { type CellEdits, createCellEdits } from './cell-edits.ts'
import { type CellTarget, targetKey } from './cell-target.ts'

const target: CellTarget = {
  entity: 'count',
  checkpoint: 'passenger-hall',
  line: 'kazakhstan',
  direction: 'entry',
  date: '2024-08-31',
  period: 'morning',
}
const key = targetKey(target)
const saved: Answer<Receipt> = { ok: true, output: { savedAt: 1, batch: 1, changed: 1 } }
const refused: Answer<Receipt> = { ok: false, error: { code: 'shift-signed', details: {} } }

let edits: CellEdits
let sent: { value: CountValue; parts: string | null; answer(answer: Answer<Receipt>): Promise<void> }[]

beforeEach(() => {
  sent = []
  edits = createCellEdits(
    (_, value, parts) =>
      new Promise((resolve) => {
        sent.push({
          value,
          parts,
          answer: async (answer) => {
            resolve(answer)
            await Promise.resolve()
          },
        })
      }),
    () => 50,
  )
})

const state = () => {
  const edit = edits.get(key)
  return edit && [edit.phase, edit.text]
}

describe('edits of a cell', () => {
  test('what the book refused is sent once more as it was; what is no count is not', async () => {
    edits.type(target, '12+5')
    edits.commit(key)
    await sent[0]?.answer({ ok: false, error: { code: 'disk-full', details: {} } })
    const other = { ...target, line: 'russia' }
    edits.type(other, '1x')
    edits.commit(targetKey(other))
    edits.sendAgain()
    expect(sent.map(({ value, parts }) => [value, parts])).toEqual([
      [17, '12+5'],
      [17, '12+5'],
    ])
    await sent[1]?.answer(saved)
    expect([state(), edits.get(targetKey(other))?.phase]).toEqual([['saved', '12+5'], 'refused'])
  })

  test('a number is sent when the cursor leaves, and forgotten once the sheet says it', async () => {
    edits.type(target, '1')
    edits.type(target, '14')
    expect(sent).toEqual([])
    edits.commit(key)
    expect([sent[0]?.value, state()]).toEqual([14, ['waiting', '14']])
    const tooEarly = edits.beginReading()
    await sent[0]?.answer(saved)
    tooEarly()
    expect(state()).toEqual(['saved', '14'])
    edits.beginReading()()
    expect(state()).toBeNull()
  })

  test('a bad text is never sent, stays visible, and Esc brings the saved value back', () => {
    edits.type(target, '12a')
    edits.commit(key)
    expect([sent, state(), edits.get(key)?.problem]).toEqual([
      [],
      ['refused', '12a'],
      { kind: 'text', reason: 'notNumber', text: '12a' },
    ])
    edits.takeBack(key)
    expect(state()).toBeNull()
  })

  test('a refusal by the book keeps the typed text', async () => {
    edits.type(target, '5')
    edits.commit(key)
    await sent[0]?.answer(refused)
    expect([state(), edits.get(key)?.problem]).toEqual([
      ['refused', '5'],
      { kind: 'report', report: { code: 'shift-signed', details: {} } },
    ])
  })

  test('a later edit of the same cell is the one that shows, whatever the earlier one’s answer', async () => {
    edits.type(target, '1')
    edits.commit(key)
    edits.type(target, '2')
    await sent[0]?.answer(refused)
    expect(state()).toEqual(['typing', '2'])
    edits.commit(key)
    expect(sent.map((each) => each.value)).toEqual([1, 2])
    await sent[1]?.answer(saved)
    expect(state()).toEqual(['saved', '2'])
  })

  test('Esc over a value under way shows that value again, not the one before it', async () => {
    edits.type(target, '1')
    edits.commit(key)
    edits.type(target, '2')
    await sent[0]?.answer(saved)
    edits.takeBack(key)
    expect(state()).toEqual(['saved', '1'])
  })

  test('typing outlives a reading of the sheet', async () => {
    edits.type(target, '1')
    edits.commit(key)
    await sent[0]?.answer(saved)
    edits.type(target, '23')
    edits.beginReading()()
    expect(state()).toEqual(['typing', '23'])
    edits.takeBack(key)
    expect(state()).toBeNull()
  })

  test('+45 adds to the value under way, or else to what the sheet says', async () => {
    edits.type(target, '+45')
    edits.commit(key)
    edits.type(target, '+5')
    edits.commit(key)
    expect(sent.map(({ value, parts }) => [value, parts])).toEqual([
      [95, '50+45'],
      [100, '95+5'],
    ])
  })

  test('Delete sends not reported', () => {
    edits.clear(target)
    expect([sent[0]?.value, state()]).toEqual([null, ['waiting', '']])
  })
})
