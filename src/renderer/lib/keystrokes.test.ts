import { expect, test } from 'vitest'
import { isPressed, keystrokeText } from './keystrokes.ts'

const press = (more: Partial<KeyboardEvent>) => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

test('letters and digits count by the place of the key, whatever the layout writes', () => {
  expect([
    isPressed('Ctrl+KeyZ', press({ code: 'KeyZ', key: 'я', ctrlKey: true })),
    isPressed('Ctrl+KeyZ', press({ code: 'KeyZ', key: 'z', metaKey: true })),
    isPressed('Ctrl+Digit2', press({ code: 'Digit2', key: 'é', ctrlKey: true })),
    isPressed('Ctrl+KeyZ', press({ code: 'KeyY', key: 'z', ctrlKey: true })),
  ]).toEqual([true, true, true, false])
})

test('a key with more or fewer keys held beside it is another one', () => {
  expect([
    isPressed('Ctrl+Shift+KeyZ', press({ code: 'KeyZ', key: 'Z', ctrlKey: true, shiftKey: true })),
    isPressed('Ctrl+KeyZ', press({ code: 'KeyZ', key: 'Z', ctrlKey: true, shiftKey: true })),
    isPressed('F9', press({ code: 'F9', key: 'F9', altKey: true })),
    isPressed('PageUp', press({ code: 'Numpad9', key: 'PageUp' })),
  ]).toEqual([true, false, false, true])
})

test('keys are shown as they are written on the keyboard', () => {
  expect(
    ['Ctrl+Shift+KeyZ', 'Alt+ArrowLeft', 'PageUp', 'Ctrl+Digit5', 'F1', 'Shift+BracketLeft'].map(
      keystrokeText,
    ),
  ).toEqual(['Ctrl Shift Z', 'Alt ←', 'PgUp', 'Ctrl 5', 'F1', 'Shift ['])
})
