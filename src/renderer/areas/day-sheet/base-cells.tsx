import type { CountValue } from '../../../shared/contract/crossings.ts'
import { useWords } from '../../lib/use-words.ts'
import { valueWords } from './cell-words.ts'

/** Figures to compare with, beside the one that is typed: smaller and grey. */
export function BaseCells({ values }: { values: readonly CountValue[] }) {
  const words = useWords()
  return values.map((value, at) => {
    const text = valueWords(words, value)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the bases of a sheet are always the same, in the same order
      <td key={at} className="base" title={value === null ? text : undefined}>
        {value === null ? (
          <>
            <span aria-hidden>–</span>
            <span className="hidden">{text}</span>
          </>
        ) : (
          text
        )}
      </td>
    )
  })
}
