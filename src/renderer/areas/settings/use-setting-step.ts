import type { JournalEntry, Step } from '../../../shared/contract/journal.ts'
import type { DatedNames, Settings } from '../../../shared/contract/settings.ts'
import { en } from '../../../shared/languages/en/index.ts'
import { useQuery } from '../../lib/use-query.ts'
import { useWords } from '../../lib/use-words.ts'
import { namesOn } from './dated-names.ts'

type Operation = keyof typeof en.settings.steps

const isOperation = (operation: string): operation is Operation => operation in en.settings.steps

/** What was changed, where only the undo of it is known. */
const operationOfEntity: Record<string, Operation> = {
  book: 'keepLanguages',
  name: 'keepNames',
  midnight_rule: 'keepMidnightRule',
  checkpoint: 'changeCheckpoint',
  line: 'changeLine',
  sheet_line: 'keepSheetLine',
  shift: 'changeShift',
  opening_hours: 'keepSeason',
  closure: 'keepClosure',
  holiday: 'keepHoliday',
  event: 'keepEvent',
}

/** The name of a step that changed the settings: `name of Passenger hall`; null for every other step. */
export function useSettingStep(step: Step | null): string | null {
  const { t, name } = useWords()
  const operation = step && operationOf(step)
  const { output: settings } = useQuery('readSettings', operation ? {} : null)
  if (!step || !operation) return null
  const { of, code, names } = settings ? namedBy(operation, step.first, settings) : nothing
  // What is removed has its name in the journal alone.
  const removed = step.names?.[of]
  const what = names ? name(namesOn(names, '9999-12-31')) : removed ? name(removed) : code
  return t(`settings.steps.${operation}`, { what })
}

function operationOf({ operation, first }: Step): Operation | null {
  if (isOperation(operation)) return operation
  const isUndo = operation === 'undo' || operation === 'redo'
  return isUndo ? (operationOfEntity[first.entity] ?? null) : null
}

const nothing = { of: '', code: '', names: null }

/** What a step is about: its code, and its names where it is still there. A checkpoint's rows all begin with its code. */
function namedBy(
  operation: Operation,
  { entity, key }: JournalEntry,
  { port, names, checkpoints, lines }: Settings,
): { of: string; code: string; names: DatedNames | null } {
  const parts = key.map(String)
  const [kind = '', path = ''] = entity === 'name' ? parts : [entity, parts.join('/')]
  const [first = '', second = ''] = path.split('/')
  const checkpoint = checkpoints.find((each) => each.checkpoint === first)
  if (kind === 'port') return { of: `port/${port}`, code: port, names }
  if (kind === 'checkpoint' || kind === 'opening_hours' || operation.endsWith('Checkpoint')) {
    return { of: `checkpoint/${first}`, code: first, names: checkpoint?.names ?? null }
  }
  if (kind === 'shift') {
    const shift = checkpoint?.shifts.find((each) => each.shift === second)
    return { of: `shift/${first}/${second}`, code: second, names: shift?.names ?? null }
  }
  const line = kind === 'sheet_line' ? second : first
  return { of: `line/${line}`, code: line, names: lines.find((each) => each.line === line)?.names ?? null }
}
