import { DatePattern, isMonthPattern } from '../../../../shared/mapping-shape.ts'
import {
  type DeclarationsDraft,
  weightColumns,
  withDatePattern,
} from '../../../../shared/trade/declarations-draft.ts'
import { massUnits } from '../../../../shared/trade/declarations-mapping.ts'
import { countryOfWord, currencyOfWord, tradeModeOfWord } from '../../../../shared/trade/trade-cell-words.ts'
import { tradeDirections, tradeUnits, transportModes } from '../../../../shared/trade/trade-words.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import { GroupedChoice } from '../../../ui/grouped-choice.tsx'
import { Segments } from '../../../ui/segments.tsx'
import { TypedField } from '../../../ui/typed-field.tsx'
import { countryName } from '../country-names.ts'
import { unitName } from '../unit-names.ts'
import { changeDraft } from './import-actions.ts'
import type { ImportState } from './import-state.ts'
import { capital } from './use-names.ts'

const patterns = DatePattern.options.filter((pattern) => pattern !== 'ISO' && !isMonthPattern(pattern))

/** A number with groups and decimals, by what a comma is. */
const commaExamples = { group: '1,234.5', decimal: '1 234,5' } as const

/** A date written by a pattern: `31-08-2024`. */
const exampleOf = (pattern: DatePattern): string =>
  pattern.replace('YYYY', '2024').replace('MM', '08').replace('DD', '31')

/** What holds for every row of the file: how dates and numbers are written, and what no column says. */
export function WholeFile({ state: { draft, guess } }: { state: ImportState }) {
  const words = useWords()
  const { t } = words
  const change = (part: Partial<DeclarationsDraft>) => changeDraft({ ...draft, ...part })
  return (
    <section className="import-whole">
      <h3>{t('importing.whole')}</h3>
      <dl>
        {draft.date && (
          <>
            <dt>{t('importing.datePattern')}</dt>
            <dd>
              <GroupedChoice
                label={t('importing.datePattern')}
                groups={[
                  { label: null, choices: patterns.map((value) => ({ value, label: exampleOf(value) })) },
                ]}
                value={draft.date.pattern === 'ISO' ? 'YYYY-MM-DD' : draft.date.pattern}
                onChoose={(pattern) => changeDraft(withDatePattern(draft, DatePattern.parse(pattern)))}
              />
            </dd>
          </>
        )}
        {guess?.kind === 'csv' && (
          <>
            <dt>{t('declarationsImport.numbers')}</dt>
            <dd>
              <Segments
                label={t('declarationsImport.numbers')}
                value={draft.comma ?? 'group'}
                choices={(['group', 'decimal'] as const).map((value) => ({
                  value,
                  label: commaExamples[value],
                }))}
                onChoose={(comma) => change({ comma })}
              />
            </dd>
          </>
        )}
        <Weights draft={draft} words={words} change={change} />
        <QuantityUnit draft={draft} words={words} change={change} />
        <Place draft={draft} words={words} change={change} />
        <Fixed draft={draft} words={words} change={change} />
        <dt>{t('declarationsImport.unqualified')}</dt>
        <dd>
          <Segments
            label={t('declarationsImport.unqualified')}
            value={draft.unqualified ?? 'refuse'}
            choices={(['refuse', 'take'] as const).map((value) => ({
              value,
              label: t(`declarationsImport.unqualifiedAs.${value}`),
            }))}
            onChoose={(unqualified) => change({ unqualified })}
          />
        </dd>
      </dl>
    </section>
  )
}

interface PartProps {
  draft: DeclarationsDraft
  words: Words
  change(part: Partial<DeclarationsDraft>): void
}

/** The unit of weights that say none themselves, by column. */
function Weights({ draft, words: { t, language }, change }: PartProps) {
  const fields = {
    grossWeight: 'grossGrams',
    netWeight: 'netGrams',
    weighbridge: 'weighbridgeGrams',
  } as const
  return weightColumns.map((use) => {
    const part = draft[use]
    const label = capital(
      t('declarationsImport.unitOf', { field: t(`trade.fields.${fields[use]}`) }),
      language,
    )
    return (
      part && (
        <Line key={use} label={label}>
          <Segments
            label={label}
            value={part.unit}
            choices={massUnits.map((value) => ({ value, label: t(`trade.units.${value}`) }))}
            onChoose={(unit) => change({ [use]: { ...part, unit } })}
          />
        </Line>
      )
    )
  })
}

/** The unit of quantities where no column has it. */
function QuantityUnit({ draft: { quantity }, words, change }: PartProps) {
  const { t, language } = words
  if (!quantity?.column || (quantity.unit && 'column' in quantity.unit)) return null
  const label = capital(t('declarationsImport.unitOf', { field: t('trade.fields.quantity') }), language)
  return (
    <Line label={label}>
      <GroupedChoice
        label={label}
        groups={[
          { label: null, choices: tradeUnits.map((value) => ({ value, label: unitName(value, words) })) },
        ]}
        value={quantity.unit && 'fixed' in quantity.unit ? quantity.unit.fixed : null}
        unchosen={t('importing.choosePlace')}
        asks={!quantity.unit}
        onChoose={(fixed) => change({ quantity: { ...quantity, unit: { fixed } } })}
      />
    </Line>
  )
}

function Place({ draft: { checkpoint }, words: { t, name }, change }: PartProps) {
  const { output: port } = useQuery('describePort', {}, 'desk')
  if (checkpoint && 'column' in checkpoint) return null
  return (
    <Line label={t('sheet.checkpoint')}>
      <GroupedChoice
        label={t('sheet.checkpoint')}
        groups={[
          {
            label: null,
            choices: (port?.checkpoints ?? []).map((each) => ({
              value: each.checkpoint,
              label: name(each.names),
            })),
          },
        ]}
        value={checkpoint?.code ?? null}
        unchosen={t('importing.choosePlace')}
        asks={!checkpoint}
        onChoose={(code) => change({ checkpoint: { code } })}
      />
    </Line>
  )
}

/** What all declarations of the file have in common where no column says it. */
function Fixed({ draft, words, change }: PartProps) {
  const { t, language } = words
  const { direction, transportMode, tradeMode, partner, currency } = draft
  const typed = (
    field: 'tradeMode' | 'partner' | 'currency',
    part: typeof tradeMode,
    read: (text: string) => string | undefined,
    show: (code: string) => string,
  ) => {
    if (part && 'column' in part) return null
    return (
      <Line key={field} label={capital(t(`trade.fields.${field}`), language)}>
        <TypedField
          className="source-field"
          label={t(`trade.fields.${field}`)}
          shown={part ? show(part.fixed) : t('importing.noSource')}
          text={part?.fixed ?? ''}
          refusal={(text) => t('declarationsImport.notOne', { text })}
          onTyped={(text) => {
            const code = text.trim() === '' ? null : read(text.trim())
            if (code === undefined) return false
            change({ [field]: code === null ? undefined : { fixed: code } })
            return true
          }}
        />
      </Line>
    )
  }
  return (
    <>
      {!(direction && 'column' in direction) && (
        <Line label={capital(t('trade.fields.direction'), language)} asks={!direction}>
          <Segments
            label={t('trade.fields.direction')}
            value={direction?.fixed ?? ''}
            choices={tradeDirections.map((value) => ({
              value: value as string,
              label: t(`trade.directions.${value}`),
            }))}
            onChoose={(chosen) => {
              const fixed = tradeDirections.find((each) => each === chosen)
              if (fixed) change({ direction: { fixed } })
            }}
          />
        </Line>
      )}
      {!(transportMode && 'column' in transportMode) && (
        <Line label={capital(t('trade.fields.transportMode'), language)}>
          <GroupedChoice
            label={t('trade.fields.transportMode')}
            groups={[
              {
                label: null,
                choices: transportModes.map((value) => ({
                  value,
                  label: t(`trade.transportModes.${value}`),
                })),
              },
            ]}
            value={transportMode?.fixed ?? null}
            unchosen={t('importing.noSource')}
            onChoose={(chosen) => {
              const fixed = transportModes.find((each) => each === chosen)
              if (fixed) change({ transportMode: { fixed } })
            }}
          />
        </Line>
      )}
      {typed('tradeMode', tradeMode, tradeModeOfWord, (code) => code)}
      {typed('partner', partner, countryOfWord, (code) => countryName(code, language))}
      {typed('currency', currency, currencyOfWord, (code) => code)}
    </>
  )
}

function Line({
  label,
  asks = false,
  children,
}: {
  label: string
  asks?: boolean
  children: React.ReactNode
}) {
  return (
    <>
      <dt>{label}</dt>
      <dd data-asks={asks || undefined}>{children}</dd>
    </>
  )
}
