import type { InputOf } from '../contract/index.ts'
import type { TradeReport } from '../contract/trade-report.ts'
import { addDays, addMonths } from '../dates.ts'
import type { Behind } from './trade-page.ts'

interface Span {
  from: string
  to: string
}

/** What is asked to see the declarations that a number of a trade report is the sum of; null where it has none. */
export function inputBehind(
  report: TradeReport,
  { key, flow, isBase }: Behind,
): Omit<InputOf<'readCountedDeclarations'>, 'offset' | 'limit'> | null {
  const own = { from: report.period.from, to: report.until }
  const whole = isBase ? report.base : own
  if (!whole) return null
  const { by } = report
  const isTime = by === 'month' || by === 'year'
  const { from, to } = key !== null && isTime ? timeSpan(key, report.period, whole) : whole
  const direction = flow === 'both' ? null : flow === 'imports' ? ('import' as const) : ('export' as const)
  return {
    kind: 'range',
    date: from,
    to,
    filter: {
      ...(report.checkpoint && { checkpoint: report.checkpoint.code }),
      ...(key !== null && !isTime && { [by === 'group' ? 'commodityGroup' : by]: key }),
      ...(direction && { direction }),
    },
  }
}

/**
 * The dates of a row by month or year within the period or its base, whose months stand beside the period's one by one;
 * the first and the last take what lies before and behind, as in the roll-up.
 */
function timeSpan(key: string, period: Span, whole: Span): Span {
  const length = key.length
  const months = monthNumber(whole.from) - monthNumber(period.from)
  const first = addMonths(length === 4 ? `${key}-01-01` : `${key}-01`, months)
  const last = addDays(addMonths(first, length === 4 ? 12 : 1), -1)
  return {
    from: key === period.from.slice(0, length) || first < whole.from ? whole.from : first,
    to: key === period.to.slice(0, length) || last > whole.to ? whole.to : last,
  }
}

const monthNumber = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
