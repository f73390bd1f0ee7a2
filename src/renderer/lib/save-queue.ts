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
  /** Sends everything at once, and what is given while the page goes away. */
  hurry(): void
}

export function createSaveQueue(retryMs = retryAfterMs): SaveQueue {
  const waiting = createStore(0)
  const jobs: Job[] = []
  let running = false
  let hurried = false

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
        const job: Job = async () => {
          for (;;) {
            try {
              const answer = await command()
              waiting.set(waiting.get() - 1)
              return resolve(answer)
            } catch {
              await pause(retryMs)
            }
          }
        }
        if (hurried) {
          void job()
          return
        }
        jobs.push(job)
        void work()
      })
    },
    hurry() {
      hurried = true
      for (const job of jobs.splice(0)) void job()
      // A page that stays after all goes on in turn.
      setTimeout(() => {
        hurried = false
      })
    },
  }
}
