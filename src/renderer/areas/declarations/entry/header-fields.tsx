import type { KeyboardEvent } from 'react'
import { tradeDirections, transportModes } from '../../../../shared/trade/trade-words.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { isComposing } from '../../../ui/grid/grid-keys.ts'
import type { CellMark } from './entry-marks.ts'
import { SuggestInput } from './suggest-input.tsx'
import type { SuggestKind } from './suggestions.ts'
import { type HeaderField, headerFields } from './typed-rows.ts'

const kinds: Partial<Record<HeaderField, SuggestKind>> = {
  consignor: 'consignor',
  consignee: 'consignee',
  declarant: 'declarant',
  partner: 'country',
  currency: 'currency',
  incoterm: 'incoterm',
}

interface HeaderFieldsProps {
  typed: Record<HeaderField, string>
  readOnly: boolean
  /** Whether something of the declaration is typed and not in the book yet. */
  dirty: boolean
  markOf(field: string): CellMark | null
  onType(field: HeaderField, text: string): void
  onFocusField(field: string): void
}

/** The header of a declaration. Enter goes on to the next field. */
export function HeaderFields(props: HeaderFieldsProps) {
  const { typed } = props
  const words = useWords()
  const { t, name } = words
  const { output: port } = useQuery('describePort', {}, 'port')
  const choices: Partial<Record<HeaderField, { value: string; label: string }[]>> = {
    checkpoint: (port?.checkpoints ?? []).map(({ checkpoint, names }) => ({
      value: checkpoint,
      label: name(names),
    })),
    direction: tradeDirections.map((value) => ({ value, label: t(`trade.directions.${value}`) })),
    transportMode: [
      { value: '', label: '–' },
      ...transportModes.map((value) => ({ value, label: t(`trade.transportModes.${value}`) })),
    ],
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key !== 'Enter' || isComposing(event.nativeEvent) || event.defaultPrevented) return
    if (event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    const fields = [...(event.currentTarget.closest('main')?.querySelectorAll<HTMLElement>('.stop') ?? [])]
    const inGrid = event.currentTarget
      .closest('main')
      ?.querySelector<HTMLElement>('.entry-grid [tabindex="0"]')
    const next = fields[fields.indexOf(event.currentTarget) + (event.shiftKey ? -1 : 1)]
    ;(next ?? (event.shiftKey ? null : inGrid))?.focus()
  }

  return (
    <div className="header-fields" data-undo={props.dirty ? undefined : 'book'}>
      {headerFields.map((field) => {
        const mark = props.markOf(field)
        const label = t(`trade.fields.${field}`)
        const options = choices[field]
        return (
          // biome-ignore lint/a11y/noLabelWithoutControl: one of the two controls is always inside
          <label key={field} data-field={field} data-mark={mark?.weight} title={mark?.text}>
            <span className="name">{field === 'grossGrams' ? t('declarations.gross') : label}</span>
            {options ? (
              <select
                className="stop"
                disabled={props.readOnly}
                value={typed[field]}
                title={options.find(({ value }) => value === typed[field])?.label}
                onFocus={() => props.onFocusField(field)}
                onChange={(event) => props.onType(field, event.target.value)}
                onKeyDown={onKeyDown}
              >
                {options.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            ) : (
              <SuggestInput
                className="stop"
                label={label}
                value={typed[field]}
                kind={props.readOnly ? null : (kinds[field] ?? null)}
                date={typed.date}
                readOnly={props.readOnly}
                aria-invalid={mark?.weight === 'stops' || undefined}
                onFocus={() => props.onFocusField(field)}
                onType={(text) => props.onType(field, text)}
                onKeyDown={onKeyDown}
              />
            )}
            {mark && mark.weight !== 'missing' && <span className="mark">{mark.text}</span>}
          </label>
        )
      })}
    </div>
  )
}
