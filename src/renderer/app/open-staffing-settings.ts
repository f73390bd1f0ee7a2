import { choose } from '../areas/settings/settings-choice.ts'
import { showScreen } from './shown-screen.ts'

/** Shows where the channels of a checkpoint, or the port's bus routes, are entered. */
export function openStaffingSettings(section: 'channels' | 'routes', checkpoint: string): void {
  choose({ section, checkpoint })
  showScreen('settings')
}
