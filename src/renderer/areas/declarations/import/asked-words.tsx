import { countries } from '../../../../shared/trade/countries.ts'
import { currencies } from '../../../../shared/trade/currencies.ts'
import { tradeDirections, tradeUnits, transportModes } from '../../../../shared/trade/trade-words.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import type { Choice } from '../../../ui/choice-list.tsx'
import { GroupedChoice } from '../../../ui/grouped-choice.tsx'
import { countryName } from '../country-names.ts'
import { unitName } from '../unit-names.ts'
import { type AskedWord, isOpen, meaningOf, type WordField } from './asked-word.ts'
import { giveMeaning } from './import-actions.ts'
import type { ImportState } from './import-state.ts'

/** What a word of a field can stand for. */
function choicesOf(
  field: WordField,
  words: Words,
  checkpoints: readonly Choice<string>[],
): readonly Choice<string>[] {
  const { t, language } = words
  switch (field) {
    case 'checkpoint':
      return checkpoints
    case 'direction':
      return tradeDirections.map((value) => ({ value, label: t(`trade.directions.${value}`) }))
    case 'transportMode':
      return transportModes.map((value) => ({ value, label: t(`trade.transportModes.${value}`) }))
    case 'currency':
      return currencies.map((value) => ({ value, label: value }))
    case 'quantity.unit':
    case 'secondQuantity.unit':
      return tradeUnits.map((value) => ({ value, label: unitName(value, words) }))
    default:
      return countries
        .map((value) => ({ value, label: countryName(value, language) }))
        .sort((a, b) => a.label.localeCompare(b.label, language))
  }
}

const nameOf = (field: WordField, { t }: Words): string => {
  const of = field === 'quantity.unit' || field === 'secondQuantity.unit' ? 'unit' : field
  return t(`trade.fields.${of}`)
}

/** Words of the file that the book does not know, each asked once and answered by one choice; answers can be changed. */
export function AskedWords({ state: { asked, draft } }: { state: ImportState }) {
  const { t, number } = useWords()
  const open = asked.filter((word) => isOpen(draft, word)).length
  if (asked.length === 0) return null
  return (
    <section className="import-words">
      <h3>{open > 0 ? t('importing.unknown', { number: number(open) }) : t('importing.answered')}</h3>
      <ol>
        {asked.map((word) => (
          <li key={`${word.field} ${word.word}`}>
            <Asked word={word} meaning={meaningOf(draft, word)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Asked({ word, meaning }: { word: AskedWord; meaning: string | null }) {
  const words = useWords()
  const { t, name } = words
  const { output: port } = useQuery('describePort', {}, 'desk')
  const checkpoints = (port?.checkpoints ?? []).map(({ checkpoint, names }) => ({
    value: checkpoint,
    label: name(names),
  }))
  return (
    <>
      <b className="word" title={word.word}>
        {word.word}
      </b>
      <span className="word-rows">{nameOf(word.field, words)}</span>
      <GroupedChoice
        label={t('importing.meansOf', { word: word.word })}
        groups={[{ label: null, choices: choicesOf(word.field, words, checkpoints) }]}
        value={meaning}
        unchosen={t('importing.means.open')}
        asks={meaning === null}
        onChoose={(code) => giveMeaning(word, code)}
      />
    </>
  )
}
