import type { CountValue } from '../../../shared/contract/crossings.ts'
import { useWords } from '../../lib/use-words.ts'
import { differenceOf } from './sheet-rows.ts'

/** Whether the sum of the lines is the total on the paper sheet. */
export function PaperVerdict({ sum, typed }: { sum: CountValue; typed: number }) {
  const { t, number } = useWords()
  const difference = differenceOf(sum, typed)
  if (difference === null) return null
  if (difference === 0) return <small className="agrees">{t('sheet.agrees')}</small>
  const size = number(Math.abs(difference))
  return (
    <small className="differs">
      {difference > 0 ? t('sheet.over', { difference: size }) : t('sheet.under', { difference: size })}
    </small>
  )
}
