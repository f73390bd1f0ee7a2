import type { LineSetting, Settings } from '../../../shared/contract/settings.ts'
import { controlledTotal, type Total, type Unit } from '../../../shared/words.ts'
import type { Words } from '../../lib/use-words.ts'
import type { Choice } from '../../ui/choice-list.tsx'
import { namesOn } from './dated-names.ts'

/** What a line adds to, or what it is a part of. */
export type CountsAs = Pick<LineSetting, 'totals' | 'parent'>

/** As the value of a list: `adds passengers persons`, `of-total passengers`, `of-line crew`. */
export function countsAsText({ totals, parent }: CountsAs): string {
  if (parent === null) return `adds ${totals.join(' ')}`.trim()
  return 'line' in parent ? `of-line ${parent.line}` : `of-total ${parent.total}`
}

export function countsAsOf(text: string): CountsAs {
  const [kind, ...rest] = text.split(' ')
  const [first = ''] = rest
  if (kind === 'of-line') return { totals: [], parent: { line: first } }
  if (kind === 'of-total') return { totals: [], parent: { total: first as Total } }
  return { totals: rest as Total[], parent: null }
}

export function countsAsWords(
  { t, name }: Words,
  { totals, parent }: CountsAs,
  settings: Settings,
  today: string,
): string {
  if (parent === null) {
    const largest = totals.find((total) => total === 'passengers') ?? totals[0]
    return largest ? t(`settings.lines.adds.${largest}`) : t('settings.lines.addsNothing')
  }
  if ('total' in parent)
    return t('settings.lines.ofWhich', { of: t(`settings.lines.totals.${parent.total}`) })
  const line = settings.lines.find((each) => each.line === parent.line)
  return t('settings.lines.ofWhich', { of: line ? name(namesOn(line.names, today)) : parent.line })
}

/** What a line of a unit can count as, the usual first; also what it counts as now. */
export function countsAsChoices(
  words: Words,
  unit: Unit,
  own: string | null,
  now: CountsAs,
  settings: Settings,
  today: string,
): Choice<string>[] {
  const total = controlledTotal[unit]
  const persons = unit === 'persons'
  const all: CountsAs[] = [
    { totals: persons ? ['passengers', 'persons'] : [total], parent: null },
    ...(persons ? [{ totals: ['persons' as const], parent: null }] : []),
    { totals: [], parent: { total } },
    ...(persons ? [{ totals: [], parent: { total: 'persons' as const } }] : []),
    ...settings.lines
      .filter((line) => line.unit === unit && line.line !== own && line.parent === null)
      .map(({ line }) => ({ totals: [], parent: { line } })),
    { totals: [], parent: null },
  ]
  const values = all.map(countsAsText)
  if (!values.includes(countsAsText(now))) all.push(now)
  return all.map((each) => ({
    value: countsAsText(each),
    label: countsAsWords(words, each, settings, today),
  }))
}
