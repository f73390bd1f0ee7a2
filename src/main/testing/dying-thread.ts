import process from 'node:process'
import { parentPort, workerData } from 'node:worker_threads'

/** A book's thread that ends at once when it is asked to undo (the writer) or for a history (a reader). */
const mortal = new Map([
  ['writer', 'undo'],
  ['reader', 'readHistory'],
])

parentPort?.on('message', (message: { operation?: string }) => {
  if (message.operation === mortal.get(workerData.role)) process.exit(1)
})
await import('../dispatch/book-thread.ts')
