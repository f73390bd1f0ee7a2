import { languageNames, languageOrder } from '../../../shared/languages/names.ts'
import { useWords } from '../../lib/use-words.ts'
import type { Choice } from '../../ui/choice-list.tsx'
import { ChoiceField, TextField } from '../../ui/form/fields.tsx'
import type { Form } from './drafts.ts'
import type { TypedNames } from './typed-values.ts'

/** Names of the fields of a form that hold values of one type. */
type FieldsOf<Values, Value> = {
  [Field in keyof Values]: Values[Field] extends Value ? Field : never
}[keyof Values] &
  string

interface FormFieldProps<Values, Value> {
  form: Form<Values>
  field: FieldsOf<Values, Value>
  label: string
  hint?: string | undefined
}

interface FormTextProps<Values> extends FormFieldProps<Values, string> {
  placeholder?: string | undefined
  readOnly?: boolean | undefined
  wraps?: boolean | undefined
}

/** A text of the form: also dates and times, which are read when they are saved. */
export function FormText<Values>({ form, field, ...rest }: FormTextProps<Values>) {
  const words = useWords()
  return (
    <TextField
      {...rest}
      value={String(form.values[field])}
      problem={form.problems[field]?.(words)}
      onChange={(text) => form.set({ [field]: text } as Partial<Values>)}
    />
  )
}

interface FormChoiceProps<Values> extends FormFieldProps<Values, string> {
  choices: readonly Choice<string>[]
  disabled?: boolean | undefined
}

export function FormChoice<Values>({ form, field, ...rest }: FormChoiceProps<Values>) {
  const words = useWords()
  return (
    <ChoiceField<string>
      {...rest}
      value={String(form.values[field])}
      problem={form.problems[field]?.(words)}
      onChange={(value) => form.set({ [field]: value } as Partial<Values>)}
    />
  )
}

interface FormNamesProps<Values extends { names: TypedNames }> {
  form: Form<Values>
  /** What is named, where the fields stand among others. */
  heading?: string
}

/** A name in each language; one is enough, and the others may stay empty. */
export function FormNames<Values extends { names: TypedNames }>({ form, heading }: FormNamesProps<Values>) {
  const words = useWords()
  const { names } = form.values
  const problem = form.problems.names?.(words)
  return (
    <fieldset className="names" aria-label={heading}>
      {heading && <legend>{heading}</legend>}
      {languageOrder.map((language, index) => (
        <TextField
          key={language}
          inRow
          wraps
          label={languageNames[language]}
          lang={language}
          value={names[language] ?? ''}
          problem={index === 0 ? problem : null}
          onChange={(text) => form.set({ names: { ...names, [language]: text } } as Partial<Values>)}
        />
      ))}
    </fieldset>
  )
}

/** From when until when: open ends are empty. */
export function FormDates<Values extends { from: string; to: string }>({ form }: { form: Form<Values> }) {
  const { t } = useWords()
  return (
    <>
      <div className="half">
        <FormText<{ from: string }>
          form={form as unknown as Form<{ from: string }>}
          field="from"
          label={t('settings.from')}
          placeholder={t('settings.always')}
        />
      </div>
      <div className="half">
        <FormText<{ to: string }>
          form={form as unknown as Form<{ to: string }>}
          field="to"
          label={t('settings.to')}
          placeholder={t('settings.open')}
        />
      </div>
    </>
  )
}
