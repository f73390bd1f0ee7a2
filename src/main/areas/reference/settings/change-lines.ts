import type { InputOf } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Names } from '../../../../shared/words.ts'
import type { Row } from '../../../book/journal.ts'
import { always, keptSpan } from '../open-dates.ts'
import type { Line, PortModel } from '../port-model.ts'
import { removeAllNames, replaceNames } from './change-names.ts'
import { figuresOfLine } from './figures.ts'
import { checkSpan, refuseOtherMeaning, refuseRemoving, type SettingContext } from './setting-rules.ts'
import { channelForLine, routesNaming } from './settings.sql.ts'

type LineFields = Omit<InputOf<'changeLine'>, 'line'>

/** @throws AppError code-taken, ends-before-begins, parent-impossible */
export function addLine(
  { batch, port }: SettingContext,
  input: Omit<InputOf<'addLine'>, 'names'> & { names: Names },
): void {
  if (port.lines.has(input.line)) throw new AppError('code-taken', { code: input.line })
  checkSpan(keptSpan(input))
  batch.put('line', [input.line], rowOf(port, input))
  replaceNames(batch, port, 'line', input.line, always.from, input.names)
}

/** @throws AppError unknown-line, ends-before-begins, figures-outside, parent-impossible, line-is-parent, fixed-by-figures */
export function changeLine({ db, batch, port }: SettingContext, input: InputOf<'changeLine'>): void {
  const line = lineOf(port, input.line)
  const figures = figuresOfLine(db, port, line.code)
  const span = keptSpan(input)
  checkSpan(span, figures)
  for (const part of partsOf(port, line)) {
    const outlives = span.to < line.to && span.to < part.to
    const precedes = span.from > line.from && span.from > part.from
    if (outlives || precedes) throw new AppError('line-is-parent', { line: part.code })
  }
  const row = rowOf(port, input)
  if (!countsTheSame(row, batch.row('line', [line.code]))) refuseOtherMeaning(figures)
  batch.put('line', [line.code], row)
}

/** @throws AppError unknown-line, has-figures, line-is-parent, line-of-channel, sheet-empty */
export function removeLine({ db, batch, port }: SettingContext, input: InputOf<'removeLine'>): void {
  const line = lineOf(port, input.line)
  refuseRemoving(figuresOfLine(db, port, line.code))
  const [part] = partsOf(port, line)
  if (part) throw new AppError('line-is-parent', { line: part.code })
  const channel = channelForLine(db, line.code)
  if (channel !== undefined) throw new AppError('line-of-channel', { channel })
  for (const column of ['line', 'passenger_line'] as const) {
    for (const route of routesNaming(db, column, line.code)) {
      batch.put('route', [route], { ...batch.row('route', [route]), [column]: null })
    }
  }
  for (const { code, sheet } of port.checkpoints.values()) {
    if (!sheet.has(line.code)) continue
    if (sheet.size === 1) throw new AppError('sheet-empty', { checkpoint: code })
    batch.remove('sheet_line', [code, line.code])
  }
  removeAllNames(batch, port, 'line', line.code)
  batch.remove('line', [line.code])
}

/** @throws AppError unknown-line */
export function lineOf(port: PortModel, code: string): Line {
  const line = port.lines.get(code)
  if (!line) throw new AppError('unknown-line', { line: code })
  return line
}

function partsOf(port: PortModel, { code }: Line): Line[] {
  return [...port.lines.values()].filter(({ parent }) => parent && 'line' in parent && parent.line === code)
}

function rowOf(port: PortModel, input: LineFields): Row {
  const { parent, unit, totals } = input
  const { from, to } = keptSpan(input)
  if (parent && 'line' in parent && !port.lines.has(parent.line)) throw new AppError('parent-impossible')
  return {
    unit,
    totals: JSON.stringify(totals),
    parent_line: parent && 'line' in parent ? parent.line : null,
    parent_total: parent && 'total' in parent ? parent.total : null,
    from_date: from,
    to_date: to,
  }
}

/** Whether two rows count the same in the same totals, whenever they hold. */
function countsTheSame(a: Row, b: Row | null): boolean {
  const fields = ['unit', 'parent_line', 'parent_total'] as const
  const totalsOf = (row: Row | null): string =>
    (JSON.parse(String(row?.totals)) as string[]).toSorted().join()
  return fields.every((field) => (a[field] ?? null) === (b?.[field] ?? null)) && totalsOf(a) === totalsOf(b)
}
