import type { Answer } from '../../shared/errors.ts'
import { pause, retryAfterMs } from './pause.ts'
import { createStore, type Store } from './store.ts'

type Job = () => Promise<void>

/** Commands in the order they were given, one under way at a time; typing never waits for them. */
export interface SaveQueue {
  /** How many commands have no answer yet. */
  waiting: Store<number>
  /** Runs the command when its turn comes, and again and again while nobody answers. */
  run<Output>(command: () => Promise<Answer<Output>>): Promise<Answer<Output>>
  /** Sends everything at once: the page is about to go away. */
  hurry(): void
}

export function createSaveQueue(retryMs = retryAfterMs): SaveQueue {
  const waiting = createStore(0)
  const jobs: Job[] = []
  let running = false

  async function work(): Promise<void> {
    if (running) return
    running = true
    for (let job = jobs.shift(); job; job = jobs.shift()) await job()
    running = false
  }

  return {
    waiting,
    run(command) {
      waiting.set(waiting.get() + 1)
      return new Promise((resolve) => {
        jobs.push(async () => {
          for (;;) {
            try {
              const answer = await command()
              waiting.set(waiting.get() - 1)
              return resolve(answer)
            } catch {
              await pause(retryMs)
            }
          }
        })
        void work()
      })
    },
    hurry() {
      for (const job of jobs.splice(0)) void job()
    },
  }
}
