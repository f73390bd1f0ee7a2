import type { Step } from '../../../shared/contract/journal.ts'
import { en, type Texts } from '../../../shared/languages/en/index.ts'
import { useWords } from '../../lib/use-words.ts'

type Operation = keyof Texts['staffingSteps']
const isOperation = (operation: string): operation is Operation => operation in en.staffingSteps

/** What was changed, where only the undo of it is known. */
const operationOfEntity: Record<string, Operation> = {
  opening: 'changeOpening',
  duty: 'changeOpening',
  channel: 'changeChannel',
  channel_outage: 'keepOutage',
  service_time: 'keepServiceTime',
  staffing_rule: 'keepStaffingRule',
  officer: 'changeOfficer',
  team: 'changeTeam',
  team_member: 'changeOfficer',
  rota: 'keepRota',
  route: 'changeRoute',
  deployment: 'keepDeployment',
  departure: 'keepDeparture',
}

/** What a row whose key names nothing is about. */
const rowNames: Record<string, string> = { opening: 'channel', channel_outage: 'channel', departure: 'route' }

/** The name of a change of openings, of buses or of the staffing settings, `channel E3 opened`; null for any other step. */
export function useStaffingStep(step: Step | null): string | null {
  const { t, name } = useWords()
  const operation = step && operationOf(step)
  if (!step || !operation) return null
  const { entity, key, before, after } = step.first
  const row = after ?? before
  const about = rowNames[entity]
  const code = entity === 'duty' ? channelOf(step) : String(about ? (row?.[about] ?? '') : (key[0] ?? ''))
  const names = Object.entries(step.names ?? {}).find(([of]) => of.endsWith(`/${code}`))?.[1]
  return t(`staffingSteps.${operation}`, {
    what: names && Object.keys(names).length > 0 ? name(names) : code,
  })
}

/** A duty's own row does not say at which channel it is: the step's names do. */
const channelOf = ({ names }: Step): string => Object.keys(names ?? {})[0]?.replace('channel/', '') ?? ''

function operationOf({ operation, first }: Step): Operation | null {
  if (isOperation(operation)) return operation
  const isUndo = operation === 'undo' || operation === 'redo'
  return isUndo ? (operationOfEntity[first.entity] ?? null) : null
}
