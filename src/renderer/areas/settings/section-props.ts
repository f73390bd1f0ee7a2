import type { Settings } from '../../../shared/contract/settings.ts'

/** What every section gets: the settings as the book has them, and the port's today. */
export interface SectionProps {
  settings: Settings
  today: string
}
