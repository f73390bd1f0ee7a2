import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeskEvent } from '../../shared/bridge.ts'
import type { Desk } from './desk.ts'
import { keepLastBook, readLastBook, rememberLastBook } from './last-book.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'last-book-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the book remembered last is read back, and nothing else is left in the folder', () => {
  expect(readLastBook(folder)).toBeNull()
  rememberLastBook(folder, '/books/a.portbook')
  rememberLastBook(folder, '/books/霍尔果斯.portbook')
  expect(readLastBook(folder)).toBe('/books/霍尔果斯.portbook')
  expect(readdirSync(folder)).toEqual(['last-book.json'])
})

test.each(['', '{', '[]', '{"book":7}', '{"book":""}', '{"book":"a","more":1}'])(
  'a damaged memory %j counts as no memory',
  (text) => {
    writeFileSync(join(folder, 'last-book.json'), text)
    expect(readLastBook(folder)).toBeNull()
  },
)

test('an opened book is remembered, a failed one is not', async () => {
  let state: 'open' | 'failed' = 'open'
  let book = '/books/a.portbook'
  const listeners: ((event: DeskEvent) => void)[] = []
  const desk: Desk = {
    call: async () => ({
      ok: true,
      output: { state, book, error: null, canCopy: false, booksFolder: '/books', ports: [] },
    }),
    onEvent(listener) {
      listeners.push(listener)
      return () => undefined
    },
    close: async () => undefined,
  }
  await keepLastBook(desk, folder)
  expect(readLastBook(folder)).toBe('/books/a.portbook')

  state = 'failed'
  book = '/books/b.portbook'
  for (const listener of listeners) listener({ kind: 'desk' })
  await new Promise(setImmediate)
  expect(readLastBook(folder)).toBe('/books/a.portbook')

  state = 'open'
  for (const listener of listeners) listener({ kind: 'desk' })
  await new Promise(setImmediate)
  expect(readLastBook(folder)).toBe('/books/b.portbook')
})
