import type { ComponentType } from 'react'
import type { TradeSettings } from '../../../../shared/contract/trade-settings.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { SectionLoading } from '../section-loading.tsx'
import type { PortSection } from '../section-names.ts'
import type { SectionProps } from '../section-props.ts'

/** What a section on trade gets beside the port. */
export interface TradeProps extends SectionProps {
  trade: TradeSettings
}

/** A section that shows the settings of trade, once they are read. */
export function withTrade(
  section: PortSection,
  Shown: ComponentType<TradeProps>,
): ComponentType<SectionProps> {
  return function TradeSection(props: SectionProps) {
    const { output: trade, error: problem } = useQuery('readTradeSettings', {})
    if (trade) return <Shown {...props} trade={trade} />
    return <SectionLoading section={section} problem={problem} />
  }
}
