import { expect, test } from 'vitest'
import type { KeyPress } from '../ui/grid/grid-keys.ts'
import { undoKey } from './undo-keys.ts'

const pressed = (more: Partial<KeyPress>) =>
  undoKey({
    key: '',
    code: '',
    keyCode: 0,
    isComposing: false,
    ctrlKey: true,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...more,
  })

test('undo and redo are where Z and Y are on the keyboard, whatever the layout writes', () => {
  expect([
    pressed({ code: 'KeyZ', key: 'я' }),
    pressed({ code: 'KeyY', key: 'н' }),
    pressed({ code: 'KeyZ', key: 'Z', shiftKey: true }),
    pressed({ code: 'KeyZ', ctrlKey: false, metaKey: true }),
  ]).toEqual(['undo', 'redo', 'redo', 'undo'])
})

test('other keys are none of its business', () => {
  expect([
    pressed({ code: 'KeyZ', ctrlKey: false }),
    pressed({ code: 'KeyZ', isComposing: true }),
    pressed({ code: 'KeyY', key: 'z', altKey: true }),
  ]).toEqual([null, null, null])
})
