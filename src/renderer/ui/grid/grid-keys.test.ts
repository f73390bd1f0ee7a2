import { describe, expect, test } from 'vitest'
import { type CellMode, gridAction, type KeyPress } from './grid-keys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  keyCode: 0,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})
const doing = (key: string, mode: CellMode, more: Partial<KeyPress> = {}) => {
  const action = gridAction(press(key, more), mode)
  return action?.kind === 'move' ? action.move : (action?.kind ?? null)
}

describe('keys in a cell', () => {
  test('Shift with an arrow extends the block at rest, and belongs to the text while typing', () => {
    const modes = ['resting', 'typing', 'editing'] as const
    expect([
      gridAction(press('ArrowDown', { shiftKey: true }), 'resting'),
      ...modes.map((mode) => doing('ArrowDown', mode, { shiftKey: true })),
    ]).toEqual([{ kind: 'extend', move: 'down' }, 'extend', null, null])
  })

  test('Enter and Tab move in every mode, backwards with Shift', () => {
    for (const mode of ['resting', 'typing', 'editing'] as const) {
      expect([
        doing('Enter', mode),
        doing('Enter', mode, { shiftKey: true }),
        doing('Tab', mode),
        doing('Tab', mode, { shiftKey: true }),
        doing('Escape', mode),
      ]).toEqual(['enter-down', 'enter-up', 'next', 'previous', 'take-back'])
    }
  })

  test('an Enter, Tab or Esc that belongs to a Chinese composition does nothing', () => {
    for (const key of ['Enter', 'Tab', 'Escape', 'ArrowDown']) {
      expect(doing(key, 'typing', { isComposing: true })).toBeNull()
      expect(doing(key, 'typing', { keyCode: 229 })).toBeNull()
    }
  })

  test('arrows leave a cell that is typed into and move the caret in one that is edited', () => {
    expect([
      doing('ArrowLeft', 'resting'),
      doing('ArrowUp', 'typing'),
      doing('ArrowLeft', 'editing'),
    ]).toEqual(['left', 'up', null])
  })

  test('Delete clears a resting cell and deletes a character in one that is typed into', () => {
    expect([doing('Delete', 'resting'), doing('Delete', 'typing'), doing('Backspace', 'resting')]).toEqual([
      'clear',
      null,
      'empty',
    ])
  })

  test('Ctrl+Z takes back what is being typed, whatever the layout writes, and is the window’s otherwise', () => {
    const undo = { ctrlKey: true, code: 'KeyZ' }
    expect([doing('я', 'typing', undo), doing('z', 'resting', undo)]).toEqual(['take-back', null])
  })

  test('digits and the window’s own keys are left alone', () => {
    expect([
      doing('5', 'resting'),
      doing('PageDown', 'typing'),
      doing('ArrowLeft', 'resting', { altKey: true }),
    ]).toEqual([null, null, null])
  })
})
