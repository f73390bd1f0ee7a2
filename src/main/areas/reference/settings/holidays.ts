import { existsSync, readFileSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import type { HolidayChanges } from '../../../../shared/contract/calendar-settings.ts'
import type { InputOf, OutputOf } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/errors.ts'
import { HolidayFile, holidaysOfFile, yearOfHoliday } from '../../../../shared/holiday-file.ts'
import type { Names } from '../../../../shared/words.ts'
import { type CommandContext, receiptOf } from '../../../book/handlers.ts'
import { translateFileFailure } from '../../../book/sqlite-errors.ts'
import { namesOn } from '../names.ts'
import { always } from '../open-dates.ts'
import { portModel } from '../port-model.ts'
import { shippedHolidays } from '../shipped-holidays.ts'
import { removeAllNames, replaceNames } from './change-names.ts'
import { checkSpan, present, type SettingContext } from './setting-rules.ts'
import { selectHolidays } from './settings.sql.ts'

type Context = Pick<SettingContext, 'batch' | 'port'>

/** @throws AppError setting-gone, ends-before-begins */
export function keepHoliday(
  context: Context,
  input: Omit<InputOf<'keepHoliday'>, 'names'> & { names: Names },
): void {
  if (input.id !== null) present(context.batch.row('holiday', [input.id]))
  checkSpan(input)
  writeHoliday(context, input.id ?? uuidv7(), input)
}

/** @throws AppError setting-gone */
export function removeHoliday({ batch, port }: Context, { id }: InputOf<'removeHoliday'>): void {
  present(batch.row('holiday', [id]))
  removeAllNames(batch, port, 'holiday', id)
  batch.remove('holiday', [id])
}

export function listShippedHolidays(): OutputOf<'listShippedHolidays'> {
  return [...shippedHolidays.values()].map(({ country, years }) => ({
    country,
    years: years.map(({ year, certain, source }) => ({ year, certain, source })),
  }))
}

/** @throws AppError unknown-country */
export function loadShippedHolidays(
  context: CommandContext,
  { country }: InputOf<'loadShippedHolidays'>,
): HolidayChanges {
  const file = shippedHolidays.get(country)
  if (!file) throw new AppError('unknown-country', { country })
  return replaceHolidays(context, file)
}

/** @throws AppError file-missing, file-unreadable, holiday-file-wrong */
export function importHolidays(context: CommandContext, { file }: InputOf<'importHolidays'>): HolidayChanges {
  return replaceHolidays(context, readHolidayFile(file))
}

/** Far more than centuries of holidays need. */
const mostBytes = 4_000_000

function readHolidayFile(path: string): HolidayFile {
  const result = HolidayFile.safeParse(jsonOf(path))
  if (result.success) return result.data
  const issue = result.error.issues[0]
  throw new AppError('holiday-file-wrong', {
    field: issue?.path.map(String).join('.') ?? '',
    message: issue?.message ?? '',
  })
}

function jsonOf(path: string): unknown {
  const wrong = (message: string) => new AppError('holiday-file-wrong', { field: '', message })
  if (!existsSync(path)) throw new AppError('file-missing', { file: path })
  let content: Buffer
  try {
    content = readFileSync(path)
  } catch (error) {
    throw translateFileFailure(error, path)
  }
  if (content.length > mostBytes) throw wrong('too large')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch {
    throw wrong('no JSON in UTF-8')
  }
}

/** Makes the country's holidays of the years that the file holds those of the file; other years stay as they are. */
function replaceHolidays(context: CommandContext, file: HolidayFile): HolidayChanges {
  const { db, batch } = context
  const port = portModel(db)
  const years = file.years.map(({ year }) => year)
  const kept = selectHolidays(db, always.from, always.to)
    .filter(({ country, to }) => country === file.country && years.includes(yearOfHoliday(to)))
    .map((holiday) => ({ ...holiday, names: namesOn(port, 'holiday', holiday.id, holiday.from) }))
  const changes = { new: 0, same: 0, changed: 0, removed: 0 }
  for (const holiday of holidaysOfFile(file)) {
    const at = kept.findIndex(({ from, names }) => from === holiday.from && sharesName(names, holiday.names))
    const [known] = at < 0 ? [] : kept.splice(at, 1)
    const before = batch.changed
    writeHoliday({ batch, port }, known?.id ?? uuidv7(), holiday)
    changes[known ? (batch.changed > before ? 'changed' : 'same') : 'new'] += 1
  }
  for (const { id } of kept) removeHoliday({ batch, port }, { id })
  changes.removed = kept.length
  const { savedAt, batch: number } = receiptOf(batch)
  return { savedAt, batch: number, country: file.country, years, ...changes }
}

function writeHoliday(
  { batch, port }: Context,
  id: string,
  { country, from, to, names }: { country: string; from: string; to: string; names: Names },
): void {
  batch.put('holiday', [id], { country, from_date: from, to_date: to })
  replaceNames(batch, port, 'holiday', id, always.from, names)
}

/** Whether two holidays of one date are the same one, with a name corrected or added in some language. */
function sharesName(a: Names, b: Names): boolean {
  return Object.entries(a).some(([language, text]) => b[language as keyof Names] === text)
}
