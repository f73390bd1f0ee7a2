import { useEffect, useRef, useState } from 'react'
import type { ExpectedGoods } from '../../../../shared/contract/expected-goods.ts'
import { tradeDirections } from '../../../../shared/trade/trade-words.ts'
import { call } from '../../../lib/client.ts'
import { useStore } from '../../../lib/store.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { EditForm, focusFirstField } from '../../../ui/form/edit-form.tsx'
import { ChoiceField, TextField } from '../../../ui/form/fields.tsx'
import {
  leave,
  leftExpected,
  type Problems,
  readTyped,
  type TypedExpected,
  typedFrom,
} from './typed-expected.ts'

interface ExpectedFormProps {
  /** Null for goods that were not announced before. */
  row: ExpectedGoods | null
  today: string
  /** Back to the rows; `id` is what was just written. */
  onDone(id: string | null): void
}

/** What is expected, as fields: Enter writes it, Esc takes back what was typed. */
export function ExpectedForm({ row, today, onDone }: ExpectedFormProps) {
  const words = useWords()
  const { t, language, name, error } = words
  const key = row?.id ?? 'new'
  const left = useStore(leftExpected).get(key)
  const typed = left ?? typedFrom(row, today, language)
  const [problems, setProblems] = useState<Problems>({})
  const section = useRef<HTMLElement>(null)
  const isNew = row === null
  useEffect(() => {
    if (isNew) focusFirstField(section.current)
  }, [isNew])
  const written = useRef<string | null>(null)
  const { output: trade } = useQuery('readTradeSettings', {}, 'port')

  function put(part: Partial<TypedExpected>): void {
    setProblems({})
    leave(key, { ...typed, ...part })
  }

  async function save(): Promise<boolean> {
    if (!left) return row !== null
    const { input, problems } = readTyped(row?.id ?? null, typed, today, words, language)
    setProblems(problems)
    if (Object.keys(problems).length > 0) return false
    const answer = await call('keepExpectedGoods', input).catch(() => null)
    if (!answer) return false
    if (!answer.ok) {
      const { field } = answer.error.details
      const at = typeof field === 'string' && field in typed ? field : 'whole'
      setProblems({ [at]: error(answer.error) })
      return false
    }
    leave(key, null)
    written.current = answer.output.id
    return true
  }

  const title = row?.goods ?? t('declarations.expected.add')
  const text = (
    field: Exclude<keyof TypedExpected, 'direction' | 'commodityGroup'>,
    label: string,
    hint?: string,
  ) => (
    <TextField
      label={label}
      placeholder={hint}
      value={typed[field]}
      problem={problems[field]}
      onChange={(value) => put({ [field]: value })}
    />
  )
  return (
    <section ref={section}>
      <h2>{title}</h2>
      <EditForm
        label={title}
        onEnter={save}
        // What was only begun waits for the one who comes back.
        onLeave={() => (row === null ? Promise.resolve(true) : save())}
        onClose={save}
        onDone={() => onDone(written.current)}
        onTakeBack={() => {
          leave(key, null)
          setProblems({})
          onDone(null)
        }}
      >
        {text('goods', t('trade.fields.goods'))}
        <div className="half">
          <ChoiceField
            label={t('trade.fields.direction')}
            value={typed.direction}
            choices={tradeDirections.map((value) => ({ value, label: t(`trade.directions.${value}`) }))}
            onChange={(direction) => put({ direction })}
          />
        </div>
        <div className="half">
          {text(
            'weightGrams',
            t('declarations.expected.weightInKilograms'),
            t('declarations.expected.weightHint'),
          )}
        </div>
        <ChoiceField
          label={t('trade.fields.commodityGroup')}
          value={typed.commodityGroup}
          choices={[
            { value: '', label: t('declarations.expected.noGroup') },
            ...(trade?.groups ?? []).map((group) => ({
              value: group.commodityGroup,
              label: name(group.names.at(-1)?.names ?? {}),
            })),
          ]}
          problem={problems.commodityGroup}
          onChange={(commodityGroup) => put({ commodityGroup })}
        />
        <div className="half">{text('from', t('trade.fields.from'))}</div>
        <div className="half">{text('to', t('trade.fields.to'))}</div>
        {text('note', t('trade.fields.note'), t('declarations.expected.noteHint'))}
        {problems.whole && (
          <p className="bad" role="alert">
            {problems.whole}
          </p>
        )}
      </EditForm>
    </section>
  )
}
