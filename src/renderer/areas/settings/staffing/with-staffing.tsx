import type { ComponentType } from 'react'
import type { StaffingSettings } from '../../../../shared/contract/staffing-settings.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { SectionLoading } from '../section-loading.tsx'
import type { PortSection } from '../section-names.ts'
import type { SectionProps } from '../section-props.ts'

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
    const { output: staffing, error: problem } = useQuery('readStaffingSettings', {})
    if (staffing) return <Shown {...props} staffing={staffing} />
    return <SectionLoading section={section} problem={problem} />
  }
}
