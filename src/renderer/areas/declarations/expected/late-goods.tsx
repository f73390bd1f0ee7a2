import { formatDate } from '../../../../shared/format.ts'
import { useCommands } from '../../../lib/commands.ts'
import { keystrokeText } from '../../../lib/keystrokes.ts'
import { useQuietQuery } from '../../../lib/use-quiet-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { entryShown, expectedShown } from '../shown-declaration.ts'
import { stateWords, tonnesWords } from './expected-words.ts'
import './late-goods.css'

const showKey = 'Alt+KeyG'
/** The count sheet below is what the screen is for. */
const mostLines = 3

/** Expected goods that did not come by the date of a sheet; nothing where all came. `onShow` leads to the declarations. */
export default function LateGoods({ date, onShow }: { date: string; onShow(): void }) {
  const words = useWords()
  const { t, number, language } = words
  const { output } = useQuietQuery('readExpectedGoods', { date })
  const late = output?.filter(({ state }) => state === 'late') ?? []
  const show = () => {
    entryShown.set(false)
    expectedShown.set(true)
    onShow()
  }
  useCommands(() =>
    late.length === 0
      ? []
      : [
          {
            id: 'sheet.expected-goods',
            scope: 'screen',
            keys: [showKey],
            words: ({ t }) => t('declarations.expected.title'),
            run: show,
          },
        ],
  )
  if (late.length === 0) return null
  return (
    <section className="late-goods" aria-label={t('declarations.expected.late')}>
      <h2>
        {t('declarations.expected.late')}{' '}
        <button type="button" onClick={show}>
          {t('declarations.expected.title')} <KeyHint>{keystrokeText(showKey)}</KeyHint>
        </button>
      </h2>
      <ul>
        {late.slice(0, mostLines).map((each) => (
          <li key={each.id}>
            {t('declarations.expected.lateGoods', {
              goods: [each.goods, tonnesWords(words, each.weightGrams)].filter(Boolean).join(' '),
              date: formatDate(each.to, language),
              state: stateWords(words, each),
            })}
          </li>
        ))}
        {late.length > mostLines && (
          <li className="faint">
            {t('declarations.expected.more', { number: number(late.length - mostLines) })}
          </li>
        )}
      </ul>
    </section>
  )
}
