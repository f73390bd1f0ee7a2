import { expect, test } from 'vitest'
import type { KeyPress } from '../ui/grid/grid-keys.ts'
import { screenKey, screens } from './screens.ts'

const pressed = (more: Partial<KeyPress>) =>
  screenKey({
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

test('each screen has its digit by the place of the key, and other keys show none', () => {
  expect(screens.map(({ digit }) => pressed({ code: `Digit${digit}`, key: '&' }))).toEqual(
    screens.map(({ id }) => id),
  )
  expect([
    pressed({ code: 'Digit1', ctrlKey: false }),
    pressed({ code: 'Digit1', altKey: true }),
    pressed({ code: 'Digit1', isComposing: true }),
    pressed({ code: 'Digit9' }),
  ]).toEqual([null, null, null, null])
})
