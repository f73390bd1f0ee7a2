import { createStore } from '../lib/store.ts'

const most = 12

/** Ids of the commands run from the list, the last one first, as long as the window lives. */
export const recentCommands = createStore<readonly string[]>([])

export function noteCommand(id: string): void {
  recentCommands.set([id, ...recentCommands.get().filter((each) => each !== id)].slice(0, most))
}
