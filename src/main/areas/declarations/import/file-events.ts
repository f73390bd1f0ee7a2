import type { DeclarationEvent } from '../../../../shared/contract/declarations.ts'
import { datedEvents } from '../../../../shared/trade/declarations-mapping.ts'
import type { DeclarationEventKind } from '../../../../shared/trade/trade-words.ts'
import type { DeclarationsPlan } from './declarations-plan.ts'

const needReason: readonly DeclarationEventKind[] = ['refused', 'withdrawn', 'amended']
/** The order in which things happen; what is amended may be so at any time between. */
const order: readonly DeclarationEventKind[] = [
  'registered',
  'let-pass',
  'inspected',
  'released',
  'cleared',
  'refused',
  'withdrawn',
]

/**
 * What happened to a declaration, in order: by the file, and by the book where the file has no column for it.
 * @param header the declaration's fields as the file says them
 * @param stored what the book has
 */
export function eventsOf(
  plan: DeclarationsPlan,
  header: Readonly<Record<string, unknown>>,
  stored: readonly DeclarationEvent[],
): DeclarationEvent[] {
  const history = header.history as DeclarationEvent[] | null | undefined
  if (history) return history
  const said = datedEvents.flatMap((kind): DeclarationEvent[] => {
    const date = (header[kind] ?? (kind === 'registered' ? registration(plan, header, stored) : null)) as
      | string
      | null
    // Systems date the end of every declaration; only an export is counted on it.
    if (date === null || (kind === 'cleared' && header.direction !== 'export')) return []
    const known = stored.filter((event) => event.kind === kind)
    if (known.at(-1)?.date === date && (kind === 'amended' || kind === 'cleared')) return known
    const ownReason = (header.reason ?? null) as string | null
    const keptReason = plan.mapping.reason
      ? null
      : (known.find((event) => event.date === date)?.reason ?? null)
    const event = { kind, date, reason: needReason.includes(kind) ? (ownReason ?? keptReason) : null }
    return kind === 'amended' ? [...known, event] : [event]
  })
  const kept = stored.filter(({ kind }) => !plan.kinds.has(kind))
  const all = [...said, ...kept]
  const steps = all
    .filter(({ kind }) => kind !== 'amended')
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  for (const event of all.filter(({ kind }) => kind === 'amended')) {
    const next = steps.findIndex(
      ({ kind, date }, at) => at > 0 && (date > event.date || (date === event.date && isFinal(kind))),
    )
    steps.splice(next < 0 ? steps.length : next, 0, event)
  }
  return steps
}

/** Nothing is amended after it. */
const isFinal = (kind: DeclarationEventKind): boolean => kind === 'refused' || kind === 'withdrawn'

/** A file without a column for it says of what the book has nothing, and of what is new the declaration's own date. */
function registration(
  { mapping }: DeclarationsPlan,
  header: Readonly<Record<string, unknown>>,
  stored: readonly DeclarationEvent[],
): unknown {
  const known = mapping.registered ? undefined : stored.find(({ kind }) => kind === 'registered')
  return known?.date ?? header.date
}
