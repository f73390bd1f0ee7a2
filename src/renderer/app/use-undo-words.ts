import type { Step } from '../../shared/contract/journal.ts'
import { type StepWords, useStepWords } from '../areas/day-sheet/use-step-words.ts'
import { useSettingStep } from '../areas/settings/use-setting-step.ts'
import { useStaffingStep } from '../areas/staffing/use-staffing-step.ts'
import type { Way } from './use-undo.ts'

/** The name of what undo or redo would do, whichever area wrote it. */
export function useUndoWords(step: Step | null, way: Way): StepWords | null {
  const setting = useSettingStep(step)
  const staffing = useStaffingStep(step)
  const named = setting ?? staffing
  const other = useStepWords(named === null ? step : null, way)
  return named === null ? other : { text: named, here: false }
}
