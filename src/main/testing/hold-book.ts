import process from 'node:process'
import { openBook } from '../book/open-book.ts'

/** A second process that opens a book, says so, and holds it until it is killed or its input ends. */
const [path, program] = process.argv.slice(2)
if (path === undefined || program === undefined) throw new Error('usage: hold-book PATH PROGRAM')
const book = openBook(path, program)
process.stdout.write(`holds ${process.pid}\n`)
process.stdin.resume()
process.stdin.on('end', () => book.close())
