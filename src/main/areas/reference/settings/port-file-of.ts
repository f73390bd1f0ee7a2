import type {
  CheckpointSetting,
  DatedNames,
  Settings,
  ShiftSetting,
} from '../../../../shared/contract/settings.ts'
import type { PortFileShape } from '../../../../shared/port-shape.ts'
import type { Names } from '../../../../shared/words.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { always } from '../open-dates.ts'
import { staffingFileOf } from '../staffing/staffing-file-of.ts'
import { tradeSettingsOf } from '../trade/settings/read-trade-settings.ts'
import { tradeFileOf } from '../trade/settings/trade-file-of.ts'
import { settingsWithoutFigures } from './read-settings.ts'

/** The settings of this book as a port file, from which a new book gets the same settings. */
export function exportPort({ db }: QueryContext): { name: string; text: string } {
  const trade = tradeFileOf(tradeSettingsOf(db))
  const staffing = staffingFileOf(db)
  const port = {
    ...portFileOf(settingsWithoutFigures(db)),
    ...(trade && { trade }),
    ...(staffing && { staffing }),
  }
  return { name: `${port.code}.json`, text: `${JSON.stringify(port, null, 2)}\n` }
}

/** The settings in the form of a port file. */
export function portFileOf(settings: Settings): PortFileShape {
  return {
    format: 1,
    code: settings.port,
    ...named(settings.names),
    zone: settings.zone,
    languages: settings.languages,
    midnight: settings.midnightRules.map(({ from, rule }) => ({ from: from ?? always.from, rule })),
    lines: settings.lines.map((line) => ({
      code: line.line,
      ...named(line.names),
      unit: line.unit,
      totals: line.totals,
      ...(line.parent && { partOf: line.parent }),
      ...dates(line),
    })),
    checkpoints: settings.checkpoints.map((checkpoint) => ({
      code: checkpoint.checkpoint,
      ...named(checkpoint.names),
      kind: checkpoint.kind,
      directions: checkpoint.directions,
      ...dates(checkpoint),
      sheet: checkpoint.sheet.map((entry) =>
        entry.from === null && entry.to === null ? entry.line : { line: entry.line, ...dates(entry) },
      ),
      shifts: checkpoint.shifts.map((shift) => ({
        code: shift.shift,
        ...named(namesOfRow(shift, checkpoint)),
        starts: shift.starts,
        ends: shift.ends,
        ...dates(shift),
      })),
      hours: checkpoint.seasons.flatMap((season) =>
        season.hours.map(({ weekdays, opens, closes }) => ({
          ...dates(season),
          ...(weekdays.length < 7 && { weekdays }),
          opens,
          closes,
        })),
      ),
      closures: checkpoint.closures.map(({ from, to, starts, ends, reason }) => ({
        from,
        to,
        ...(starts !== null && { starts }),
        ...(ends !== null && { ends }),
        reason,
      })),
    })),
    holidays: settings.holidays.map(({ country, from, to, names }) => ({ country, from, to, names })),
    events: settings.events.map(({ kind, checkpoint, from, to, names }) => ({
      ...(kind !== null && { kind }),
      ...(checkpoint !== null && { checkpoint }),
      from,
      to,
      names,
    })),
  }
}

function named([first, ...later]: DatedNames): { names: Names; renamed: { from: string; names: Names }[] } {
  return {
    names: first?.names ?? {},
    renamed: later.map(({ from, names }) => ({ from: from ?? always.from, names })),
  }
}

function dates({ from, to }: { from: string | null; to: string | null }): { from?: string; to?: string } {
  return { ...(from !== null && { from }), ...(to !== null && { to }) }
}

/** The names that a shift's row begins with, and those that replace them before its next row begins. */
function namesOfRow(shift: ShiftSetting, { shifts }: CheckpointSetting): DatedNames {
  const rows = shifts
    .filter((other) => other.shift === shift.shift)
    .map(({ from }) => from ?? always.from)
    .toSorted()
  const at = rows.indexOf(shift.from ?? always.from)
  const begins = at === 0 ? always.from : (rows[at] ?? always.from)
  const next = rows[at + 1] ?? always.to
  const sets = shift.names.map((set) => ({ ...set, from: set.from ?? always.from }))
  const first: Names = {}
  for (const { from, names } of sets) if (from <= begins) Object.assign(first, names)
  return [{ from: null, names: first }, ...sets.filter(({ from }) => begins < from && from < next)]
}
