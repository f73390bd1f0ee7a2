import { createStore } from '../../lib/store.ts'
import { type Section, sections } from './section-names.ts'

export interface SettingsChoice {
  section: Section
  /** Null is the port's first checkpoint. */
  checkpoint: string | null
  /** Whether what has ended is shown too. */
  withEnded: boolean
}

/** What of the settings is on the screen; it stays while another screen is shown. */
export const settingsChoice = createStore<SettingsChoice>({
  section: 'port',
  checkpoint: null,
  withEnded: false,
})

export function choose(part: Partial<SettingsChoice>): void {
  settingsChoice.set({ ...settingsChoice.get(), ...part })
}

/** The section before or after, round the end. */
export function sectionBeside(section: Section, way: 1 | -1): Section {
  const place = (sections.indexOf(section) + way + sections.length) % sections.length
  return sections[place] ?? section
}
