import type { Named } from '../../../../shared/contract/settings.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Language, Names } from '../../../../shared/words.ts'
import type { Batch } from '../../../book/batch.ts'
import type { NamedEntity } from '../names.ts'
import { always } from '../open-dates.ts'
import type { PortModel } from '../port-model.ts'
import { checkpointOf, present, type SettingContext } from './setting-rules.ts'

/** The languages that people here read. */
export function keepLanguages(
  { batch, port }: SettingContext,
  { languages }: { languages: Language[] },
): void {
  batch.put('book', [port.id], { ...batch.row('book', [port.id]), languages: JSON.stringify(languages) })
}

/** Names from a date on, or the names of a date said anew. @throws AppError unknown-checkpoint, unknown-line, unknown-shift */
export function keepNames(
  { batch, port }: SettingContext,
  { of, from, names }: { of: Named; from: string | null; names: Names },
): void {
  const { entity, code } = keyOf(port, of)
  const date = from ?? port.names.get(`${entity}/${code}`)?.[0]?.from ?? always.from
  replaceNames(batch, port, entity, code, date, names)
}

/** Takes back the names of a date. @throws AppError unknown-checkpoint, unknown-line, unknown-shift, setting-gone */
export function removeNames(
  { batch, port }: SettingContext,
  { of, from }: { of: Named; from: string },
): void {
  const { entity, code } = keyOf(port, of)
  const names = port.names.get(`${entity}/${code}`) ?? []
  const ofDate = names.filter((name) => name.from === from)
  present(names[0]?.from === from ? null : ofDate[0])
  for (const { language } of ofDate) batch.remove('name', [entity, code, language, from])
}

/** Makes these the names of a date: a language that is left out loses its name of that date. */
export function replaceNames(
  batch: Batch,
  port: PortModel,
  entity: NamedEntity,
  code: string,
  date: string,
  names: Names,
): void {
  for (const { language, from } of port.names.get(`${entity}/${code}`) ?? []) {
    if (from === date && names[language] === undefined) batch.remove('name', [entity, code, language, from])
  }
  for (const [language, text] of Object.entries(names)) {
    batch.put('name', [entity, code, language, date], { text })
  }
}

/** Removes every name of something that goes. */
export function removeAllNames(batch: Batch, port: PortModel, entity: NamedEntity, code: string): void {
  for (const { language, from } of port.names.get(`${entity}/${code}`) ?? []) {
    batch.remove('name', [entity, code, language, from])
  }
}

function keyOf(port: PortModel, of: Named): { entity: NamedEntity; code: string } {
  switch (of.entity) {
    case 'port':
      return { entity: 'port', code: port.port }
    case 'checkpoint':
      return { entity: 'checkpoint', code: checkpointOf(port, of.checkpoint).code }
    case 'line':
      if (!port.lines.has(of.line)) throw new AppError('unknown-line', { line: of.line })
      return { entity: 'line', code: of.line }
    case 'shift': {
      const { code, shifts } = checkpointOf(port, of.checkpoint)
      if (!shifts.some((shift) => shift.code === of.shift)) {
        throw new AppError('unknown-shift', { checkpoint: code, shift: of.shift })
      }
      return { entity: 'shift', code: `${code}/${of.shift}` }
    }
    case 'channel':
      return withNames(port, 'channel', of.channel)
    case 'team':
      return withNames(port, 'team', of.team)
    case 'route':
      return withNames(port, 'route', of.route)
  }
}

/** What another area keeps is there as long as it has names. @throws AppError setting-gone */
function withNames(
  port: PortModel,
  entity: NamedEntity,
  code: string,
): { entity: NamedEntity; code: string } {
  present(port.names.get(`${entity}/${code}`)?.[0])
  return { entity, code }
}
