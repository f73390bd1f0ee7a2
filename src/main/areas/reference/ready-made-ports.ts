import horgos from '../../../../resources/ports/horgos.json' with { type: 'json' }
import jeminay from '../../../../resources/ports/jeminay.json' with { type: 'json' }
import { holidaysOfFile } from '../../../shared/holiday-file.ts'
import { PortFile } from '../../../shared/port-file.ts'
import { shippedHolidays } from './shipped-holidays.ts'

const holidays = [...shippedHolidays.values()].flatMap(holidaysOfFile)

/** Ports that ship with the program, by code, with the holidays of both countries. */
export const readyMadePorts: ReadonlyMap<string, PortFile> = new Map(
  [horgos, jeminay].map((file) => PortFile.parse({ ...file, holidays })).map((port) => [port.code, port]),
)
