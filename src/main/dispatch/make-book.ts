import type { PortFile } from '../../shared/port-file.ts'
import { readyMadePorts } from '../areas/reference/ready-made-ports.ts'
import { writePort } from '../areas/reference/write-port.ts'
import { createBook } from '../book/create-book.ts'

/** A port that ships with the program, by its code. */
export function readyMadePort(code: string): PortFile | undefined {
  return readyMadePorts.get(code)
}

/** Makes a new book for a port. @throws AppError book-exists, book-on-network-folder, disk-full, file-unreadable */
export function makeBook(path: string, port: PortFile): void {
  createBook(path, Date.now(), (batch) => writePort(batch, port))
}
