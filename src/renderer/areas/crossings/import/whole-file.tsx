import { DatePattern } from '../../../../shared/mapping-shape.ts'
import { directions, longestSource } from '../../../../shared/words.ts'
import { useWords } from '../../../lib/use-words.ts'
import { GroupedChoice } from '../../../ui/grouped-choice.tsx'
import { Segments } from '../../../ui/segments.tsx'
import { TypedField } from '../../../ui/typed-field.tsx'
import type { BookWords } from './book-words.ts'
import { changeReading, sayDirection } from './import-actions.ts'
import { type ImportState, mappingNow } from './import-state.ts'

/** A date written by a pattern: `31-08-2024`. */
function exampleOf(pattern: DatePattern): string {
  if (pattern === 'ISO') return '2024-08-31, 2024-08'
  return pattern.replace('YYYY', '2024').replace('MMM', 'Aug').replace('MM', '08').replace('DD', '31')
}

/** What holds for every row of the file: how its dates are written, and what no column says. */
export function WholeFile({ state, book }: { state: ImportState; book: BookWords }) {
  const { t } = useWords()
  const { uses, reading } = state
  const has = (kind: string) => uses.some(({ as }) => as === kind)
  const missing = new Set(mappingNow(state).gaps.map(({ gap }) => gap))
  const inColumns = uses.some((use) => 'direction' in use && use.direction !== null)
  return (
    <section className="import-whole">
      <h3>{t('importing.whole')}</h3>
      <dl>
        <dt>{t('importing.datePattern')}</dt>
        <dd>
          <GroupedChoice
            label={t('importing.datePattern')}
            groups={[
              {
                label: null,
                choices: DatePattern.options.map((value) => ({ value, label: exampleOf(value) })),
              },
            ]}
            value={reading.datePattern}
            onChoose={(pattern) => changeReading({ datePattern: DatePattern.parse(pattern) })}
          />
        </dd>
        {!has('checkpoint') && (
          <>
            <dt>{t('sheet.checkpoint')}</dt>
            <dd>
              <GroupedChoice
                label={t('sheet.checkpoint')}
                groups={[{ label: null, choices: book.checkpoints }]}
                value={reading.checkpoint}
                unchosen={t('importing.choosePlace')}
                asks={missing.has('no-place')}
                onChoose={(checkpoint) => changeReading({ checkpoint })}
              />
            </dd>
          </>
        )}
        {!has('direction') && (
          <>
            <dt>{t('crossings.columns.direction')}</dt>
            <dd data-asks={missing.has('no-direction') || undefined}>
              <Segments
                label={t('crossings.columns.direction')}
                value={inColumns ? 'columns' : (reading.direction ?? '')}
                choices={[
                  ...directions.map((value) => ({ value, label: t(`directions.${value}`) })),
                  { value: 'columns', label: t('importing.inColumns') },
                ]}
                onChoose={(choice) => sayDirection(directions.find((each) => each === choice) ?? null)}
              />
            </dd>
          </>
        )}
        {!has('source') && (
          <>
            <dt>{t('crossings.columns.source')}</dt>
            <dd>
              <TypedField
                className="source-field"
                label={t('crossings.columns.source')}
                shown={reading.source ?? t('importing.noSource')}
                text={reading.source ?? ''}
                refusal={() => t('importing.sourceTooLong', { most: longestSource })}
                onTyped={(text) => {
                  const source = text.trim()
                  if (source.length > longestSource) return false
                  changeReading({ source: source || null })
                  return true
                }}
              />
            </dd>
          </>
        )}
        {!has('provisional') && (
          <>
            <dt>{t('importing.figuresAre')}</dt>
            <dd>
              <Segments
                label={t('importing.figuresAre')}
                value={reading.provisional ? 'provisional' : 'final'}
                choices={(['final', 'provisional'] as const).map((value) => ({
                  value,
                  label: t(`importing.${value}`),
                }))}
                onChoose={(choice) => changeReading({ provisional: choice === 'provisional' })}
              />
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}
