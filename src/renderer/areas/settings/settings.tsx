import { type ComponentType, useRef } from 'react'
import { useCommands } from '../../lib/commands.ts'
import { useStore } from '../../lib/store.ts'
import { useQuery } from '../../lib/use-query.ts'
import { useWords } from '../../lib/use-words.ts'
import { CheckpointsSection } from './checkpoints-section.tsx'
import { ClosuresSection } from './closures-section.tsx'
import { EventsSection } from './events-section.tsx'
import { HolidaysSection } from './holidays-section.tsx'
import { HoursSection } from './hours-section.tsx'
import { LinesSection } from './lines-section.tsx'
import { PortSection } from './port-section.tsx'
import { otherSections, sectionCommands } from './section-commands.ts'
import { SectionHead } from './section-head.tsx'
import { SectionList } from './section-list.tsx'
import type { Section } from './section-names.ts'
import type { SectionProps } from './section-props.ts'
import { settingsChoice } from './settings-choice.ts'
import { SheetsSection } from './sheets-section.tsx'
import { ShiftsSection } from './shifts-section.tsx'
import { ChannelsSection } from './staffing/channels-section.tsx'
import { OfficersSection } from './staffing/officers-section.tsx'
import { OutagesSection } from './staffing/outages-section.tsx'
import { RotasSection } from './staffing/rotas-section.tsx'
import { RoutesSection } from './staffing/routes-section.tsx'
import { RulesSection } from './staffing/rules-section.tsx'
import { ServiceTimesSection } from './staffing/service-times-section.tsx'
import { TeamsSection } from './staffing/teams-section.tsx'
import { GroupsSection } from './trade/groups-section.tsx'
import { NumbersSection } from './trade/numbers-section.tsx'
import { QualificationsSection } from './trade/qualifications-section.tsx'
import { RatesSection } from './trade/rates-section.tsx'
import { TariffSection } from './trade/tariff-section.tsx'
import { WindowSection } from './window-section.tsx'
import './settings.css'

/** The settings of the port and of the window: sections at the left, which the page keys go through. */
export default function Settings() {
  const { section } = useStore(settingsChoice)
  const page = useRef<HTMLDivElement>(null)

  useCommands(() => [...sectionCommands(section), ...otherSections(section)])

  function enterSection(): void {
    page.current?.querySelector<HTMLElement>('main :is(tr[tabindex="0"], input:checked)')?.focus()
  }

  return (
    <div ref={page} className="settings">
      <SectionList shown={section} onEnter={enterSection} />
      <SectionShown section={section} />
    </div>
  )
}

const sectionsOfPort: Record<Exclude<Section, 'window'>, ComponentType<SectionProps>> = {
  port: PortSection,
  checkpoints: CheckpointsSection,
  lines: LinesSection,
  sheets: SheetsSection,
  shifts: ShiftsSection,
  hours: HoursSection,
  closures: ClosuresSection,
  holidays: HolidaysSection,
  events: EventsSection,
  channels: ChannelsSection,
  outages: OutagesSection,
  serviceTimes: ServiceTimesSection,
  rules: RulesSection,
  teams: TeamsSection,
  officers: OfficersSection,
  rotas: RotasSection,
  routes: RoutesSection,
  commodityGroups: GroupsSection,
  qualifications: QualificationsSection,
  declarationNumbers: NumbersSection,
  rates: RatesSection,
  tariff: TariffSection,
}

function SectionShown({ section }: { section: Section }) {
  const { t, error } = useWords()
  const { output: settings, error: settingsProblem } = useQuery('readSettings', {})
  const { output: port, error: portProblem } = useQuery('describePort', {}, 'desk')
  if (section === 'window') return <WindowSection />
  const Shown = sectionsOfPort[section]
  if (settings && port) return <Shown settings={settings} today={port.today} />
  const problem = settingsProblem ?? portProblem
  return (
    <>
      <SectionHead section={section} />
      <main className="main" aria-busy={!problem}>
        {problem ? (
          <p className="bad" role="alert">
            {error(problem)}
          </p>
        ) : (
          <p className="faint">{t('settings.loading')}</p>
        )}
      </main>
    </>
  )
}
