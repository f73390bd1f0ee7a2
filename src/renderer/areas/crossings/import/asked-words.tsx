import { directions } from '../../../../shared/words.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import type { Choice } from '../../../ui/choice-list.tsx'
import { type ChoiceGroup, GroupedChoice } from '../../../ui/grouped-choice.tsx'
import { type BookWords, labelOf } from './book-words.ts'
import { giveMeaning } from './import-actions.ts'
import type { ImportState } from './import-state.ts'
import {
  type AskedWord,
  isOpen,
  knownWords,
  type Meaning,
  meaningOf,
  type WordKind,
} from './word-meanings.ts'

const create = '!create'
const leave = '!leave'

const choiceOf = (meaning: Meaning | null): string | null =>
  meaning === null ? null : meaning.as === 'code' ? meaning.code : meaning.as === 'create' ? create : leave

const meaningBy = (value: string): Meaning =>
  value === create ? { as: 'create' } : value === leave ? { as: 'leave' } : { as: 'code', code: value }

function codesOf(kind: WordKind, { t }: Words, book: BookWords): readonly Choice<string>[] {
  switch (kind) {
    case 'places':
      return book.checkpoints
    case 'lines':
      return book.lines
    case 'directions':
      return directions.map((value) => ({ value, label: t(`directions.${value}`) }))
    case 'periods':
      return [...book.shifts, { value: 'day', label: t('crossings.periods.day') }]
  }
}

function groupsOf(kind: WordKind, words: Words, book: BookWords): ChoiceGroup[] {
  const { t } = words
  return [
    { label: t(`importing.means.${kind}`), choices: codesOf(kind, words, book) },
    {
      label: t('importing.means.else'),
      choices: [
        ...(kind === 'places' ? [{ value: create, label: t('importing.means.create') }] : []),
        { value: leave, label: t('importing.means.leave') },
      ],
    },
  ]
}

/** Words of the file that the book does not know, each asked once and answered by one choice; answers can be changed. */
export function AskedWords({ state, book }: { state: ImportState; book: BookWords }) {
  const { t, number } = useWords()
  const { asked, reading } = state
  const open = asked.filter((word) => isOpen(reading, word)).length
  const known = knownWords(reading, asked)
  if (asked.length + known.length === 0) return null
  return (
    <section className="import-words">
      {asked.length > 0 && (
        <>
          <h3>{open > 0 ? t('importing.unknown', { number: number(open) }) : t('importing.answered')}</h3>
          <ol>
            {asked.map((word) => (
              <li key={`${word.kind} ${word.word}`}>
                <Asked word={word} state={state} book={book} />
              </li>
            ))}
          </ol>
        </>
      )}
      {known.length > 0 && (
        <details>
          <summary>{t('importing.known', { number: number(known.length) })}</summary>
          <ol>
            {known.map(({ kind, word }) => (
              <li key={`${kind} ${word}`}>
                <MeaningOf kind={kind} word={word} state={state} book={book} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

function Asked({ word, state, book }: { word: AskedWord; state: ImportState; book: BookWords }) {
  const words = useWords()
  const { t, number } = words
  const { kind, rows, suggestion } = word
  const offers = suggestion !== null && isOpen(state.reading, word)
  return (
    <>
      <span className="word-rows">{rows !== null && t('importing.inRows', { number: number(rows) })}</span>
      {offers && (
        <button
          type="button"
          data-asks
          onClick={() => giveMeaning(kind, word.word, { as: 'code', code: suggestion })}
        >
          {t('importing.suggestion', { name: labelOf(codesOf(kind, words, book), suggestion) })}
        </button>
      )}
      <MeaningOf kind={kind} word={word.word} state={state} book={book} asks={!offers} offers={offers} />
    </>
  )
}

function MeaningOf({
  kind,
  word,
  state: { reading },
  book,
  asks = false,
  offers = false,
}: {
  kind: WordKind
  word: string
  state: ImportState
  book: BookWords
  asks?: boolean
  /** Whether a suggestion stands beside it. */
  offers?: boolean
}) {
  const words = useWords()
  const meaning = meaningOf(reading, kind, word)
  return (
    <>
      <b className="word" title={word}>
        {word}
      </b>
      <GroupedChoice
        label={words.t('importing.meansOf', { word })}
        groups={groupsOf(kind, words, book)}
        value={choiceOf(meaning)}
        unchosen={words.t(offers ? 'importing.means.other' : 'importing.means.open')}
        asks={asks && meaning === null}
        onChoose={(value) => giveMeaning(kind, word, meaningBy(value))}
      />
    </>
  )
}
