export interface Choice<Value extends string> {
  value: Value
  label: string
}

interface ChoiceListProps<Value extends string> {
  label: string
  choices: readonly Choice<Value>[]
  value: Value | null
  onChoose(value: Value): void
  className?: string
}

/** One line to choose from a few: opens and moves by the keys that every system has for it. */
export function ChoiceList<Value extends string>({
  label,
  choices,
  value,
  onChoose,
  className = '',
}: ChoiceListProps<Value>) {
  return (
    <span className={`choice-list ${className}`}>
      <select
        aria-label={label}
        value={value ?? ''}
        onChange={(event) => onChoose(event.target.value as Value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  )
}
