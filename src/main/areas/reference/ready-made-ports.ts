import horgos from '../../../../resources/ports/horgos.json' with { type: 'json' }
import jeminay from '../../../../resources/ports/jeminay.json' with { type: 'json' }
import { PortFile } from '../../../shared/port-file.ts'

/** Ports that ship with the program, by code. */
export const readyMadePorts: ReadonlyMap<string, PortFile> = new Map(
  [horgos, jeminay].map((file) => PortFile.parse(file)).map((port) => [port.code, port]),
)
