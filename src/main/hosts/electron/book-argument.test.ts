import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { bookArgument } from './book-argument.ts'

test('the book is found among the arguments that Electron and Chromium add', () => {
  const folder = resolve('/ports')
  const find = (...args: string[]) => bookArgument(['electron', '.', ...args], folder)
  expect(find('--no-sandbox', '--book', 'a.portbook')).toBe(resolve(folder, 'a.portbook'))
  expect(find('--book=a b.portbook', '--original-process-start-time=1')).toBe(resolve(folder, 'a b.portbook'))
  expect(find('--book', resolve('/elsewhere/a.portbook'))).toBe(resolve('/elsewhere/a.portbook'))
  expect([find(), find('--book'), find('--book=')]).toEqual([null, null, null])
})
