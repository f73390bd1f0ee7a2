import type { Holiday, SeasonSetting } from '../../../../shared/contract/calendar-settings.ts'
import type {
  CheckpointSetting,
  DatedNames,
  LineSetting,
  Settings,
} from '../../../../shared/contract/settings.ts'
import { timeOf } from '../../../../shared/dates.ts'
import type { Connection } from '../../../book/connection.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { type NamedEntity, namesOn } from '../names.ts'
import { always, openSpan } from '../open-dates.ts'
import { type Checkpoint, type PortModel, portModel } from '../port-model.ts'
import * as kept from './figures.ts'
import { selectEvents, selectHolidays } from './settings.sql.ts'

const unasked: Record<keyof FigureReader, () => null> = {
  figuresOfCheckpoint: () => null,
  figuresOfLine: () => null,
  figuresOfShift: () => null,
  figuresOnSheet: () => null,
}
type FigureReader = Pick<
  typeof kept,
  'figuresOfCheckpoint' | 'figuresOfLine' | 'figuresOfShift' | 'figuresOnSheet'
>

/** The whole port as the settings show it, also what has ended. */
export function readSettings({ db }: QueryContext): Settings {
  return settingsOf(db, kept)
}

/** The settings for those who do not ask which of them have figures. */
export function settingsWithoutFigures(db: Connection): Settings {
  return settingsOf(db, unasked)
}

function settingsOf(db: Connection, figures: FigureReader): Settings {
  const port = portModel(db)
  return {
    port: port.port,
    names: datedNames(port, 'port', port.port),
    zone: port.zone,
    languages: port.languages,
    midnightRules: midnightRulesOf(port),
    checkpoints: [...port.checkpoints.values()].map((checkpoint) =>
      checkpointSetting(db, port, checkpoint, figures),
    ),
    lines: lineCodes(port).map((code) => lineSetting(db, port, code, figures)),
    holidays: holidaysBetween(db, port, always.from, always.to),
    events: selectEvents(db, always.from, always.to).map((event) => ({
      ...event,
      names: namesOn(port, 'event', event.id, event.from),
    })),
  }
}

/** The holidays of all countries that touch a span of dates. */
export function listHolidays({ db }: QueryContext, { from, to }: { from: string; to: string }): Holiday[] {
  return holidaysBetween(db, portModel(db), from, to)
}

function holidaysBetween(db: Connection, port: PortModel, from: string, to: string): Holiday[] {
  return selectHolidays(db, from, to).map((holiday) => ({
    ...holiday,
    names: namesOn(port, 'holiday', holiday.id, holiday.from),
  }))
}

function midnightRulesOf(port: PortModel): Settings['midnightRules'] {
  const rules = port.midnightRules.map(({ from, rule }) => ({
    from: from === always.from ? null : from,
    rule,
  }))
  return rules[0]?.from === null ? rules : [{ from: null, rule: 'split' }, ...rules]
}

function checkpointSetting(
  db: Connection,
  port: PortModel,
  checkpoint: Checkpoint,
  { figuresOfCheckpoint, figuresOfShift, figuresOnSheet }: FigureReader,
): CheckpointSetting {
  const { code } = checkpoint
  return {
    checkpoint: code,
    names: datedNames(port, 'checkpoint', code),
    kind: checkpoint.kind as CheckpointSetting['kind'],
    directions: [...checkpoint.directions],
    ...openSpan(checkpoint),
    figures: figuresOfCheckpoint(db, checkpoint),
    sheet: [...checkpoint.sheet.entries()].map(([line, validity]) => ({
      line,
      ...openSpan(validity),
      figures: figuresOnSheet(db, checkpoint, line),
    })),
    shifts: checkpoint.shifts.map((shift) => ({
      shift: shift.code,
      ...openSpan(shift),
      starts: timeOf(shift.startsMinute),
      ends: timeOf(shift.endsMinute),
      overMidnight: shift.overMidnight,
      names: datedNames(port, 'shift', `${code}/${shift.code}`),
      figures: figuresOfShift(db, port, checkpoint, shift),
    })),
    seasons: seasonsOf(checkpoint),
    closures: checkpoint.closures.map((closure) => ({
      id: closure.id,
      from: closure.from,
      to: closure.to,
      starts: closure.startsMinute === null ? null : timeOf(closure.startsMinute),
      ends: closure.endsMinute === null ? null : timeOf(closure.endsMinute),
      reason: namesOn(port, 'closure', closure.id, closure.from),
    })),
  }
}

function seasonsOf(checkpoint: Checkpoint): SeasonSetting[] {
  const rows = checkpoint.hours.toSorted(
    (a, b) =>
      compare(a.from, b.from) ||
      compare(a.to, b.to) ||
      a.weekday - b.weekday ||
      a.opensMinute - b.opensMinute,
  )
  const seasons = Map.groupBy(rows, ({ from, to }) => `${from} ${to}`)
  return [...seasons.values()].map((season) => {
    const hours = Map.groupBy(season, ({ opensMinute, closesMinute }) => `${opensMinute}-${closesMinute}`)
    const [first = always] = season
    return {
      ...openSpan(first),
      hours: [...hours.values()].map((same) => ({
        weekdays: same.map(({ weekday }) => weekday),
        opens: timeOf(same[0]?.opensMinute ?? 0),
        closes: timeOf(same[0]?.closesMinute ?? 0),
      })),
    }
  })
}

function lineSetting(
  db: Connection,
  port: PortModel,
  code: string,
  { figuresOfLine }: FigureReader,
): LineSetting {
  const line = port.lines.get(code)
  if (!line) throw new Error(`no line ${code}`)
  return {
    line: code,
    names: datedNames(port, 'line', code),
    unit: line.unit,
    totals: [...line.totals],
    parent: line.parent,
    ...openSpan(line),
    figures: figuresOfLine(db, port, code),
    checkpoints: [...port.checkpoints.values()]
      .filter(({ sheet }) => sheet.has(code))
      .map((place) => place.code),
  }
}

/** In the order in which the sheets have the lines, then those on no sheet. */
function lineCodes(port: PortModel): string[] {
  const onSheets = [...port.checkpoints.values()].flatMap(({ sheet }) => [...sheet.keys()])
  return [...new Set([...onSheets, ...port.lines.keys()])]
}

/** The names of a thing by date; the first ones hold from the beginning. */
export function datedNames(port: PortModel, entity: NamedEntity, code: string): DatedNames {
  const byDate = Map.groupBy(port.names.get(`${entity}/${code}`) ?? [], ({ from }) => from)
  return [...byDate].map(([from, names], index) => ({
    from: index === 0 ? null : from,
    names: Object.fromEntries(names.map(({ language, text }) => [language, text])),
  }))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
