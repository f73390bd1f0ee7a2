import type { StaffingSection, StaffingSections } from '../../../../shared/contract/staffing-section.ts'
import { texts } from '../../../../shared/languages/index.ts'
import { nameIn } from '../../../../shared/languages/names.ts'
import { fill } from '../../../../shared/report/fill.ts'
import { minuteTimes } from '../../../../shared/report/minute-times.ts'
import {
  channelText,
  lackText,
  officerMinutesOf,
  targetText,
} from '../../../../shared/report/page-staffing.ts'
import type { Language } from '../../../../shared/words.ts'
import type { Cell } from '../../../book/write-table.ts'

/**
 * The staffing of a report as rows of its table: a row for each figure of a channel or kind, which the unit names; what a
 * channel was open stands under states.
 */
export function staffingRows({ checkpoints }: StaffingSections, language: Language): Cell[][] {
  return checkpoints.flatMap((section) => [
    ...wholeRows(section, language),
    ...workRows(section, language),
    ...kindRows(section, language),
    ...needRows(section, language),
  ])
}

export const noBase: Cell[] = [null, null, null, null]

/** Hours from minutes. */
export const hoursOf = (minutes: number | null): number | null => (minutes === null ? null : minutes / 60)

function wholeRows({ names, channels }: StaffingSection, language: Language): Cell[][] {
  const words = texts[language].staffingReport
  const figures = [
    ['channels', words.figures.exist, channels.exist],
    ['opened', words.figures.opened, channels.opened],
    ['most-at-once', words.figures.mostAtOnce, channels.mostAtOnce],
  ] as const
  return figures.map(([code, unit, number]) => [
    words.heading,
    nameIn(names, language),
    code,
    words.heading,
    null,
    unit,
    number,
    null,
    ...noBase,
  ])
}

function workRows({ names, work }: StaffingSection, language: Language): Cell[][] {
  const { staffingReport: words, directions } = texts[language]
  return work.flatMap((each) => {
    const figures = [
      [words.kindColumns.channelHours, each.channelMinutes / 60],
      [words.columns.staff, each.staff],
      [words.kindColumns.served, each.served],
      [words.columns.perChannelHour, each.perChannelHour],
    ] as const
    return figures.map(([unit, number]) => [
      words.section,
      nameIn(names, language),
      each.channel,
      channelText(each, language),
      directions[each.direction],
      unit,
      number,
      each.open.map(minuteTimes).join(', '),
      ...noBase,
    ])
  })
}

function kindRows({ names, kinds, planned, profile }: StaffingSection, language: Language): Cell[][] {
  const { staffingReport: words, directions, sheet } = texts[language]
  const { opened, channelHours, officerHours, served, perChannelHour, perOfficerHour, utilisation } =
    words.kindColumns
  const row = (
    kind: StaffingSection['kinds'][number]['kind'],
    direction: string,
    unit: string,
    value: number | null,
  ) => [
    words.sectionKind,
    nameIn(names, language),
    kind,
    words.kinds[kind],
    direction,
    unit,
    value,
    words.profiles[profile],
    ...noBase,
  ]
  return [
    ...kinds.flatMap((each) => {
      const figures = [
        [opened, each.opened],
        [channelHours, each.channelMinutes / 60],
        [officerHours, hoursOf(officerMinutesOf(each))],
        [served, each.served],
        [perChannelHour, each.perChannelHour],
        [perOfficerHour, each.perOfficerHour],
        [utilisation, each.utilisation],
      ] as const
      const direction = each.direction === null ? sheet.both : directions[each.direction]
      return figures.map(([unit, value]) => row(each.kind, direction, unit, value))
    }),
    ...planned.map(({ kind, channelMinutes }) =>
      row(kind, sheet.both, words.figures.plannedHours, channelMinutes / 60),
    ),
  ]
}

function needRows({ names, need }: StaffingSection, language: Language): Cell[][] {
  if (!need) return []
  const { staffingReport: words, directions } = texts[language]
  const { worst, target } = need
  const said = worst
    ? lackText(worst, target, 'gap', language)
    : fill(words.enough, { target: targetText(target, language, true) })
  const figures = worst
    ? ([
        [words.plan.needed, worst.needed],
        [words.figures.openThen, worst.open],
        [words.figures.longest, worst.longestMinutes],
      ] as const)
    : ([[words.plan.needed, null]] as const)
  return figures.map(([unit, value]) => [
    words.sectionGap,
    nameIn(names, language),
    worst?.kind ?? null,
    worst ? words.kinds[worst.kind] : null,
    worst ? directions[worst.direction] : null,
    unit,
    value,
    said,
    ...noBase,
  ])
}
