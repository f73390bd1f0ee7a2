import type { PortFileShape } from '../port-shape.ts'
import { directions } from '../words.ts'

interface Fault {
  message: string
  path: (string | number)[]
}

/** Where the staffing of a port file contradicts itself or the port. */
export function staffingFaults(port: PortFileShape): Fault[] {
  const { staffing } = port
  if (!staffing) return []
  const faults: Fault[] = []
  const checkpoints = new Map(port.checkpoints.map((each) => [each.code, each]))
  const lines = new Map(port.lines.map((line) => [line.code, line]))
  const refuse = (wrong: boolean, message: string, ...path: Fault['path']): void => {
    if (wrong) faults.push({ message, path: ['staffing', ...path] })
  }
  const knowsPlace = (code: string | undefined): boolean => code === undefined || checkpoints.has(code)
  for (const list of ['channels', 'teams', 'routes'] as const) {
    refuse(twice(staffing[list].map(({ code }) => code)), 'a code twice', list)
    for (const [index, each] of staffing[list].entries()) {
      refuse(endsFirst(each), 'ends before it begins', list, index)
      refuse(twice(each.renamed.map(({ from }) => from)), 'renamed twice on the same date', list, index)
    }
  }
  for (const list of ['channels', 'serviceTimes', 'rules', 'rotas', 'routes'] as const) {
    for (const [index, each] of staffing[list].entries()) {
      refuse(!knowsPlace(each.checkpoint), 'an unknown checkpoint', list, index)
    }
  }
  for (const [index, channel] of staffing.channels.entries()) {
    const served = checkpoints.get(channel.checkpoint)?.directions ?? directions
    const isServed = channel.directions.every((direction) => served.includes(direction))
    refuse(!isServed, 'a direction that its checkpoint does not count', 'channels', index)
    refuse(twice(channel.directions), 'a direction twice', 'channels', index)
    const isKnown = (channel.eligible ?? []).every((line) => lines.has(line))
    refuse(!isKnown, 'an unknown line', 'channels', index, 'eligible')
    for (const [place, outage] of channel.outages.entries()) {
      const { from, fromTime, to, toTime } = outage
      const isOver = to !== undefined && `${to} ${toTime}` <= `${from} ${fromTime}`
      refuse(isOver, 'ends before it begins', 'channels', index, 'outages', place)
    }
  }
  const times = staffing.serviceTimes.map(
    (each) => `${each.kind} ${each.checkpoint ?? ''} ${each.from ?? ''}`,
  )
  refuse(twice(times), 'two service times from the same date', 'serviceTimes')
  const rules = staffing.rules.map((each) => `${each.checkpoint} ${each.from ?? ''}`)
  refuse(twice(rules), 'two rules from the same date', 'rules')
  for (const [index, rota] of staffing.rotas.entries()) {
    const known = checkpoints.get(rota.checkpoint)?.shifts.map(({ code }) => code) ?? []
    const shifts = known.length === 0 ? ['day'] : known
    refuse(endsFirst(rota), 'ends before it begins', 'rotas', index)
    const before = staffing.rotas.slice(0, index).filter(({ checkpoint }) => checkpoint === rota.checkpoint)
    refuse(
      before.some((other) => overlap(other, rota)),
      'two rotas at the same time',
      'rotas',
      index,
    )
    for (const [place, { day, shift, team }] of rota.days.entries()) {
      refuse(day > rota.cycleDays, 'a day beyond the rota', 'rotas', index, 'days', place)
      refuse(!shifts.includes(shift), 'an unknown shift', 'rotas', index, 'days', place)
      const isTeam = staffing.teams.some(({ code }) => code === team)
      refuse(!isTeam, 'an unknown team', 'rotas', index, 'days', place)
    }
  }
  for (const [index, { crossesBorder, busLine, passengerLine }] of staffing.routes.entries()) {
    const named = busLine ?? passengerLine
    refuse(!crossesBorder && named !== undefined, 'a route that stays inland has no line', 'routes', index)
    const units = [
      [busLine, 'vehicles'],
      [passengerLine, 'persons'],
    ] as const
    for (const [line, unit] of units) {
      const isOther = line !== undefined && lines.get(line)?.unit !== unit
      refuse(isOther, `a line that does not count ${unit}`, 'routes', index)
    }
  }
  return faults
}

interface Dated {
  from?: string | undefined
  to?: string | undefined
}
const endsFirst = ({ from, to }: Dated): boolean => from !== undefined && to !== undefined && to < from
const overlap = (a: Dated, b: Dated): boolean =>
  (a.from ?? '') <= (b.to ?? '9999-12-31') && (b.from ?? '') <= (a.to ?? '9999-12-31')
const twice = (values: readonly unknown[]): boolean => new Set(values).size < values.length
