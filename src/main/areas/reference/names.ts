import type { Names } from '../../../shared/words.ts'
import type { PortModel } from './port-model.ts'

export type NamedEntity =
  | 'port'
  | 'checkpoint'
  | 'line'
  | 'shift'
  | 'closure'
  | 'holiday'
  | 'channel'
  | 'team'
  | 'route'
  | 'commodity-group'
  | 'event'

/** The names that a thing had on a date; before its first name, the first. A shift's code is `checkpoint/shift`. */
export function namesOn(port: PortModel, entity: NamedEntity, code: string, date: string): Names {
  const names: Names = {}
  for (const name of port.names.get(`${entity}/${code}`) ?? []) {
    if (name.from <= date || names[name.language] === undefined) names[name.language] = name.text
  }
  return names
}

/** Dates within the span, its first day excluded, on which the thing got another name. */
export function renamedWithin(
  port: PortModel,
  entity: NamedEntity,
  code: string,
  from: string,
  to: string,
): string[] {
  const dates = (port.names.get(`${entity}/${code}`) ?? []).map((name) => name.from)
  const first = dates[0]
  return [...new Set(dates)].filter((date) => date !== first && from < date && date <= to)
}
