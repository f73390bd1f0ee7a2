import { PortFile } from '../../../../shared/port-file.ts'
import { makeBook, readyMadePort } from '../../../dispatch/make-book.ts'
import { type Options, required } from '../command-line.ts'
import type { Outcome } from '../print.ts'
import { readJsonFile } from '../read-json.ts'

/** `new --book F --port horgos|jeminay|PORT.json` */
export function newBook(options: Options): Outcome {
  const book = required(options, 'book')
  const wanted = required(options, 'port')
  const port = readyMadePort(wanted) ?? readJsonFile(wanted, PortFile)
  makeBook(book, port)
  const data = { book, port: port.code, checkpoints: port.checkpoints.length, lines: port.lines.length }
  return { sound: true, data, lines: [`New book for ${port.code}: ${book}`] }
}
