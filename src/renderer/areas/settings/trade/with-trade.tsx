import type { ComponentType } from 'react'
import type { TradeSettings } from '../../../../shared/contract/trade-settings.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { SectionHead } from '../section-head.tsx'
import type { SectionProps } from '../section-props.ts'
import type { PortSection } from '../settings-choice.ts'

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
    const { t, error } = useWords()
    const { output: trade, error: problem } = useQuery('readTradeSettings', {})
    if (trade) return <Shown {...props} trade={trade} />
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
