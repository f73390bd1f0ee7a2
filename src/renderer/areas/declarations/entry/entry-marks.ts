import type { Finding } from '../../../../shared/contract/declarations.ts'
import type { ErrorReport } from '../../../../shared/errors.ts'
import { fieldWords } from '../../../../shared/trade/refusal-words.ts'
import { textsIn } from '../../../lib/spoken-texts.ts'
import type { Words } from '../../../lib/use-words.ts'
import { isQuestion } from './entry-steps.ts'
import { fieldOfPath, type ReadDeclaration } from './typed-declaration.ts'
import { headerFields, itemColumns, vehicleColumns } from './typed-rows.ts'

/** What is said about a field. */
export interface CellMark {
  text: string
  weight: 'stops' | 'asks' | 'notes' | 'missing'
}

/** What is said about each field: what cannot be read, what the rules say, and why the last step was refused. */
export function entryMarks(
  words: Words,
  read: ReadDeclaration,
  findings: readonly Finding[],
  refusals: readonly (ErrorReport | null)[],
  /** Questions that were answered with yes. */
  accepted: readonly string[],
): ReadonlyMap<string, CellMark> {
  const { t, error, language } = words
  const marks = new Map<string, CellMark>()
  for (const { code, weight, field, details } of findings.toReversed()) {
    if (weight === 'asks' && accepted.includes(code)) continue
    const at = fieldOfPath(field, read)
    if (weight === 'notes') marks.set(at, { text: t('trade.notes.hs-code-unchecked'), weight })
    else {
      const text = error({ code: code as ErrorReport['code'], details: { ...details, field } })
      marks.set(at, { text, weight: code === 'field-missing' ? 'missing' : weight })
    }
  }
  for (const refusal of refusals) {
    const field = refusal?.details.field
    if (refusal && typeof field === 'string') {
      const path = field.replace(/^record\./, '')
      const text = error({ ...refusal, details: { ...refusal.details, field: path } })
      marks.set(fieldOfPath(path, read), { text, weight: isQuestion(refusal.code) ? 'asks' : 'stops' })
    }
  }
  for (const [path, fault] of read.faults) {
    const said = {
      field: fieldWords(path, textsIn(language).trade) ?? path,
      fault: t(`declarations.faults.${fault}`),
    }
    marks.set(fieldOfPath(path, read), { text: t('declarations.faultAt', said), weight: 'stops' })
  }
  return marks
}

/** The first field, in the order of the screen, that stops or asks; null where none does. */
export function firstRefused(marks: ReadonlyMap<string, CellMark>): string | null {
  const refused = [...marks].filter(([, { weight }]) => weight === 'stops' || weight === 'asks')
  const [first] = refused.map(([path]) => path).sort((a, b) => placeOf(a) - placeOf(b))
  return first ?? null
}

/** Where a field stands on the screen, as a number that grows from field to field. */
function placeOf(path: string): number {
  const [list = '', row, column = ''] = path.split('.')
  if (list !== 'items' && list !== 'vehicles') return (headerFields as readonly string[]).indexOf(list)
  const columns: readonly string[] = list === 'items' ? itemColumns : vehicleColumns
  const before = list === 'items' ? 1 : rowsOfList
  return (before + Number(row ?? 0)) * fieldsOfRow + columns.indexOf(column)
}

/** More than any row and any list has. */
const fieldsOfRow = 100
const rowsOfList = 1_000_000
