import process from 'node:process'
import { addDays } from '../../shared/dates.ts'
import { openBook } from '../book/open-book.ts'
import { runCommand } from '../dispatch/run-operation.ts'

/** A second process that types counts without end, and names each one when it has been told that it is saved. */
const [path, firstDate] = process.argv.slice(2)
if (path === undefined || firstDate === undefined) throw new Error('usage: record-forever PATH FIRST-DATE')
const { writer } = openBook(path, 'record-forever')
for (let date = firstDate; ; date = addDays(date, 1)) {
  const counts = ['trucks', 'crew'].flatMap((line) =>
    ['entry', 'exit'].map((direction) => ({
      line,
      direction,
      date,
      period: 'day',
      value: Number(date.slice(8)),
    })),
  )
  const answer = await runCommand(writer, 'recordCounts', { checkpoint: 'yard', counts })
  if (!answer.ok) throw new Error(answer.error.code)
  process.stdout.write(`${date}\n`)
}
