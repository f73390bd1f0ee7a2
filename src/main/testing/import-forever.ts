import { dirname } from 'node:path'
import process from 'node:process'
import { startDesk } from '../dispatch/desk.ts'
import { yardFile } from './yard-file.ts'

/** A second process, the running program without its window, that imports files without end and names each one when it is done. */
const [book, first] = process.argv.slice(2)
if (book === undefined || first === undefined) throw new Error('usage: import-forever BOOK FIRST-VALUE')
const folder = dirname(book)
const threadScript = new URL('../dispatch/book-thread.ts', import.meta.url)
const desk = await startDesk({
  book,
  booksFolder: folder,
  settingsFolder: folder,
  threadScript,
  program: 'web',
})
for (let value = Number(first); ; value += 1) {
  const answer = await desk.call('importCounts', yardFile(folder, value, '2012-01-01', '2013-12-31'))
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  process.stdout.write(`${value}\n`)
}
