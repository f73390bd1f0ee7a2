import type { ComponentType } from 'react'
import type { StaffingSettings } from '../../../../shared/contract/staffing-settings.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { SectionHead } from '../section-head.tsx'
import type { SectionProps } from '../section-props.ts'
import type { PortSection } from '../settings-choice.ts'

/** What a section on channel staffing gets beside the port. */
export interface StaffingProps extends SectionProps {
  staffing: StaffingSettings
}

/** A section that shows the settings of channel staffing, once they are read. */
export function withStaffing(
  section: PortSection,
  Shown: ComponentType<StaffingProps>,
): ComponentType<SectionProps> {
  return function StaffingSection(props: SectionProps) {
    const { t, error } = useWords()
    const { output: staffing, error: problem } = useQuery('readStaffingSettings', {})
    if (staffing) return <Shown {...props} staffing={staffing} />
    return (
      <>
        <SectionHead section={section} />
        <main className="main" aria-busy={!problem}>
          <p className={problem ? 'bad' : 'faint'} role={problem ? 'alert' : undefined}>
            {problem ? error(problem) : t('settings.loading')}
          </p>
        </main>
      </>
    )
  }
}
