import type { DeskEvent } from '../../../shared/bridge.ts'
import type { Answer } from '../../../shared/errors.ts'
import type { Desk } from '../../dispatch/desk.ts'

/** A desk for tests of the host around it: remembers its calls and answers what it is told to. */
export interface FakeDesk extends Desk {
  calls: { operation: string; input: unknown }[]
  answer: Answer<unknown>
  /** Answers wait for it. */
  held: Promise<void>
  closed: boolean
  emit(event: DeskEvent): void
}

export function createFakeDesk(answer: Answer<unknown> = { ok: true, output: { fine: true } }): FakeDesk {
  const listeners = new Set<(event: DeskEvent) => void>()
  return {
    calls: [],
    answer,
    held: Promise.resolve(),
    closed: false,
    async call(operation, input) {
      this.calls.push({ operation, input })
      await this.held
      return this.answer
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      this.closed = true
    },
    emit(event) {
      for (const listener of listeners) listener(event)
    },
  }
}
