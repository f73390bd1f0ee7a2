import { expect, test } from 'vitest'
import type { Answer } from '../../shared/errors.ts'
import { createSaveQueue } from './save-queue.ts'

const answered = (output: string): Answer<string> => ({ ok: true, output })

test('commands run in the order given, the next only after the answer to the one before', async () => {
  const queue = createSaveQueue()
  const log: string[] = []
  const command = (name: string) => async () => {
    log.push(`sent ${name}`)
    await Promise.resolve()
    log.push(`answered ${name}`)
    return answered(name)
  }
  const all = ['a', 'b', 'c'].map((name) => queue.run(command(name)))
  expect(queue.waiting.get()).toBe(3)
  await Promise.all(all)
  expect(log).toEqual(['sent a', 'answered a', 'sent b', 'answered b', 'sent c', 'answered c'])
  expect(queue.waiting.get()).toBe(0)
})

test('a command that nobody answers is kept, sent again, and still goes before the next', async () => {
  const queue = createSaveQueue(1)
  const log: string[] = []
  let attempts = 0
  const first = queue.run(async () => {
    attempts += 1
    log.push(`attempt ${attempts}`)
    if (attempts < 3) throw new Error('nobody there')
    return answered('first')
  })
  const second = queue.run(async () => {
    log.push('second')
    return answered('second')
  })
  expect(await Promise.all([first, second])).toEqual([answered('first'), answered('second')])
  expect(log).toEqual(['attempt 1', 'attempt 2', 'attempt 3', 'second'])
})

test('a page that goes away sends at once what waits for its turn and what is saved meanwhile; one that stays goes on in turn', async () => {
  const queue = createSaveQueue()
  const sent: string[] = []
  const run = (name: string) =>
    void queue.run(() => {
      sent.push(name)
      return new Promise(() => {})
    })
  for (const name of ['a', 'b', 'c']) run(name)
  expect(sent).toEqual(['a'])
  queue.hurry()
  run('d')
  expect(sent).toEqual(['a', 'b', 'c', 'd'])
  await new Promise((resolve) => setTimeout(resolve))
  run('e')
  expect(sent).toEqual(['a', 'b', 'c', 'd'])
})
