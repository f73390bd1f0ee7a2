import type { StaffingSection, StaffingSections } from '../../../../shared/contract/staffing-section.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { nameIn } from '../../../../shared/languages/names.ts'
import { fill } from '../../../../shared/report/fill.ts'
import { minuteTimes } from '../../../../shared/report/minute-times.ts'
import { channelText } from '../../../../shared/report/page-staffing.ts'
import { officersOf, stepText } from '../../../../shared/report/staffing-table.ts'
import type { Language } from '../../../../shared/words.ts'
import type { Cell } from '../../../book/write-table.ts'
import { hoursOf, noBase, staffingRows } from './staffing-rows.ts'

/** The staffing table as rows of its CSV: those of the report, and the figures by channel, date and hour. */
export function staffingTableRows(staffing: StaffingSections, language: Language): Cell[][] {
  return [
    ...staffingRows(staffing, language),
    ...staffing.checkpoints.flatMap((section) => [
      ...channelRows(section, language),
      ...stepRows(section, language),
      ...hourRows(section, language),
    ]),
  ]
}

type Figure = readonly [direction: string | null, unit: string, number: number | null]

function channelRows({ names, channelHours }: StaffingSection, language: Language): Cell[][] {
  const { staffingReport, directions } = texts[language]
  const { table, kindColumns } = staffingReport
  return channelHours.flatMap((each) => {
    const figures: Figure[] = [
      [null, table.days, each.days],
      [directions.entry, kindColumns.channelHours, hoursOf(each.entryMinutes)],
      [directions.exit, kindColumns.channelHours, hoursOf(each.exitMinutes)],
      ...minuteFigures(each, language),
    ]
    const named = [table.byChannel, nameIn(names, language), each.channel, channelText(each, language)]
    return figures.map((figure) => [...named, ...figure, null, ...noBase])
  })
}

/** The period of a row stands where other rows have that of their base. */
function stepRows({ names, steps, unit }: StaffingSection, language: Language): Cell[][] {
  const { staffingReport, directions, units } = texts[language]
  const { table, kindColumns } = staffingReport
  return steps.flatMap((step) => {
    const figures: Figure[] = [
      [null, kindColumns.opened, step.opened],
      [null, table.mostAtOnce, step.mostAtOnce],
      ...minuteFigures(step, language),
      [directions.entry, units[unit], step.entries],
      [directions.exit, units[unit], step.exits],
    ]
    const named = [table.period, nameIn(names, language), null, stepText(step, language)]
    return figures.map((figure) => [...named, ...figure, null, step.from, step.to, null, null])
  })
}

function hourRows({ names, hours, unit }: StaffingSection, language: Language): Cell[][] {
  const { staffingReport, directions, units } = texts[language]
  const { table, kinds } = staffingReport
  return hours.flatMap(({ startsMinute, ...hour }) => {
    const figures: Figure[] = [
      [null, table.openOnAverage, hour.open],
      ...(unit === 'persons'
        ? ([
            [directions.entry, units.persons, hour.entries],
            [directions.exit, units.persons, hour.exits],
          ] satisfies Figure[])
        : []),
      ...hour.kinds.map(
        ({ kind, utilisation }): Figure => [
          null,
          fill(table.utilisationOf, { kind: kinds[kind] }),
          utilisation,
        ],
      ),
    ]
    const times = minuteTimes({ from: startsMinute, to: startsMinute + 60 })
    return figures.map((figure) => [
      table.byHour,
      nameIn(names, language),
      null,
      times,
      ...figure,
      null,
      ...noBase,
    ])
  })
}

function minuteFigures(minutes: Parameters<typeof officersOf>[0], language: Language): Figure[] {
  const { kindColumns, figures } = texts[language].staffingReport
  return [
    [null, kindColumns.channelHours, hoursOf(minutes.channelMinutes)],
    [null, figures.plannedHours, hoursOf(minutes.plannedMinutes)],
    [null, kindColumns.officerHours, hoursOf(officersOf(minutes))],
  ]
}
