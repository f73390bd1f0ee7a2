import sax, { type SAXParser, type Tag } from 'sax'
import { AppError } from '../../../shared/errors.ts'

/** What happens in a stream of XML; names come without their prefix. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(name: string): void
}

const plainName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Parses XML piece by piece; entities of its own, which can grow without end, are refused like other faults. */
export class XmlReader {
  readonly #parser: SAXParser
  readonly #file: string
  readonly #decoder = new TextDecoder()
  #sound = true

  constructor(file: string, events: XmlEvents) {
    this.#file = file
    this.#parser = sax.parser(true, { position: false })
    this.#parser.onerror = () => {
      this.#sound = false
    }
    this.#parser.onopentag = (tag) => events.open(plainName(tag.name), (tag as Tag).attributes)
    this.#parser.ontext = (text) => events.text(text)
    this.#parser.oncdata = (text) => events.text(text)
    this.#parser.onclosetag = (name) => events.close(plainName(name))
  }

  /** @throws AppError workbook-damaged */
  write(bytes: Uint8Array): void {
    this.#attempt(() => this.#parser.write(this.#decoder.decode(bytes, { stream: true })))
  }

  /** @throws AppError workbook-damaged where the end is missing */
  end(): void {
    this.#attempt(() => this.#parser.write(this.#decoder.decode()).close())
  }

  #attempt(work: () => unknown): void {
    try {
      work()
    } catch (error) {
      if (error instanceof AppError) throw error
      this.#sound = false
    }
    if (!this.#sound) throw new AppError('workbook-damaged', { file: this.#file })
  }
}

/** Parses a whole text. @throws AppError workbook-damaged */
export function readXml(file: string, text: string, events: XmlEvents): void {
  if (text === '') return
  const reader = new XmlReader(file, events)
  reader.write(Buffer.from(text))
  reader.end()
}
