import type { InputOf } from '../../../shared/contract/index.ts'
import type { SampleSetting } from './staffing/sample-staffing.ts'

type SampleCommand =
  | 'recordCounts'
  | 'recordOpenings'
  | 'keepDeployment'
  | 'keepDeparture'
  | 'keepExchangeRate'
  | 'recordDeclarations'
  | 'saveDeclaration'
  | 'keepExpectedGoods'
  | SampleSetting['operation']

/** A command as somebody of the invented time would give it; the host sends it through dispatch. */
export type SampleStep = {
  [Name in SampleCommand]: { at: number; operation: Name; input: InputOf<Name> }
}[SampleCommand]
