import { expect, test } from 'vitest'
import { modeOfKey } from './record-commands.ts'

test('letters act by their place, so that a Russian layout has the same keys', () => {
  const pressed = [
    { code: 'KeyN', key: 'т' },
    { code: 'KeyR', key: 'к' },
    { code: 'KeyT', key: 't' },
    { code: 'KeyL', key: 'д' },
    { code: 'Delete', key: 'Delete' },
    { code: 'Insert', key: 'Insert' },
    { code: 'KeyX', key: 'n' },
  ]
  expect(pressed.map(modeOfKey)).toEqual(['add', 'rename', 'times', 'load', 'ask', 'add', null])
})
