import type { CountValue } from '../../../shared/contract/crossings.ts'
import { useWords } from '../../lib/use-words.ts'
import { differenceOf } from './sheet-rows.ts'

interface PaperVerdictProps {
  sum: CountValue
  typed: number
  /** Only by how much they differ, where there is no room for a sentence; pointing at it tells the rest. */
  short?: boolean
}

/** Whether the sum of the lines is the total on the paper sheet. */
export function PaperVerdict({ sum, typed, short = false }: PaperVerdictProps) {
  const { t, number } = useWords()
  const difference = differenceOf(sum, typed)
  if (difference === null) return null
  if (difference === 0) return <small className="agrees">{t('sheet.agrees')}</small>
  const size = number(Math.abs(difference))
  const way = difference > 0 ? 'over' : 'under'
  const sentence = t(`sheet.${way}`, { difference: size })
  return (
    <small className="differs" title={short ? sentence : undefined}>
      {short ? t(`sheet.${way}Short`, { difference: size }) : sentence}
    </small>
  )
}
