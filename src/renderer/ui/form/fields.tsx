import type { ReactNode } from 'react'
import { useId } from 'react'
import type { Choice } from '../choice-list.tsx'

interface FieldProps {
  label: string
  /** Why the value is refused. */
  problem?: string | null | undefined
  /** What may be typed here, or what it is for. */
  hint?: string | null | undefined
  /** The label stands before the control instead of above it. */
  inRow?: boolean | undefined
}

/** A label above its control, and below it the refusal or the hint. */
function Field({
  id,
  label,
  problem,
  hint,
  inRow,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  return (
    <div className={inRow ? 'form-field in-row' : 'form-field'} data-refused={problem ? '' : undefined}>
      <label htmlFor={id}>{label}</label>
      {children}
      <FieldNote id={id} problem={problem} hint={hint} />
    </div>
  )
}

function FieldNote({ id, problem, hint }: Pick<FieldProps, 'problem' | 'hint'> & { id: string }) {
  if (problem) {
    return (
      <p id={`${id}-note`} className="bad" role="alert">
        {problem}
      </p>
    )
  }
  return hint ? (
    <p id={`${id}-note`} className="faint">
      {hint}
    </p>
  ) : null
}

interface TextFieldProps extends FieldProps {
  value: string
  onChange(value: string): void
  placeholder?: string | undefined
  readOnly?: boolean | undefined
  lang?: string | undefined
  maxLength?: number | undefined
  /** Shows a long text whole, in more lines than one; it still is one line. */
  wraps?: boolean | undefined
}

export function TextField({
  value,
  onChange,
  placeholder,
  readOnly,
  lang,
  maxLength,
  wraps = false,
  ...field
}: TextFieldProps) {
  const id = useId()
  const Control = wraps ? 'textarea' : 'input'
  return (
    <Field id={id} {...field}>
      <Control
        id={id}
        {...(wraps ? { rows: 1 } : { type: 'text' })}
        // Tab selects the text of an input by itself, and not that of a field of several lines.
        onFocus={({ currentTarget }) => currentTarget.select()}
        lang={lang}
        spellCheck={false}
        placeholder={placeholder}
        readOnly={readOnly}
        maxLength={maxLength}
        aria-invalid={Boolean(field.problem)}
        aria-describedby={`${id}-note`}
        value={value}
        onChange={(event) => onChange(event.target.value.replaceAll(/\s*[\r\n]+\s*/g, ' '))}
      />
    </Field>
  )
}

interface ChoiceFieldProps<Value extends string> extends FieldProps {
  value: Value
  choices: readonly Choice<Value>[]
  onChange(value: Value): void
  disabled?: boolean | undefined
}

export function ChoiceField<Value extends string>({
  value,
  choices,
  onChange,
  disabled,
  ...field
}: ChoiceFieldProps<Value>) {
  const id = useId()
  return (
    <Field id={id} {...field}>
      <select
        id={id}
        value={value}
        disabled={disabled}
        aria-invalid={Boolean(field.problem)}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value as Value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

interface ChecksFieldProps<Value extends string> extends FieldProps {
  values: readonly Value[]
  choices: readonly Choice<Value>[]
  onChange(values: Value[]): void
  disabled?: boolean | undefined
}

/** Any of a few choices; they stay in the order in which they are offered. */
export function ChecksField<Value extends string>({
  label,
  problem,
  hint,
  values,
  choices,
  onChange,
  disabled,
}: ChecksFieldProps<Value>) {
  const id = useId()
  const offered = choices.map((choice) => choice.value)
  return (
    <fieldset
      className="form-field checks"
      data-refused={problem ? '' : undefined}
      disabled={disabled}
      aria-describedby={`${id}-note`}
    >
      <legend>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="checkbox"
            checked={values.includes(choice.value)}
            onChange={(event) =>
              onChange(
                offered.filter((each) =>
                  each === choice.value ? event.target.checked : values.includes(each),
                ),
              )
            }
          />
          {choice.label}
        </label>
      ))}
      <FieldNote id={id} problem={problem} hint={hint} />
    </fieldset>
  )
}
