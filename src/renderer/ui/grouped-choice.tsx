import type { Choice } from './choice-list.tsx'

export interface ChoiceGroup {
  /** Null for choices that belong to no group; they stand where they are in the list. */
  label: string | null
  choices: readonly Choice<string>[]
}

interface GroupedChoiceProps {
  label: string
  groups: readonly ChoiceGroup[]
  /** Null where nothing is chosen yet: the list then shows `unchosen`. */
  value: string | null
  unchosen?: string
  onChoose(value: string): void
  /** Marks a choice that somebody is asked for. */
  asks?: boolean
  className?: string
  describedBy?: string
}

/** One line to choose from many, which stand in groups. */
export function GroupedChoice({
  label,
  groups,
  value,
  unchosen,
  onChoose,
  asks = false,
  className = '',
  describedBy,
}: GroupedChoiceProps) {
  return (
    <span className={`choice-list ${className}`} data-asks={asks || undefined}>
      <select
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={asks || undefined}
        value={value ?? ''}
        onChange={(event) => onChoose(event.target.value)}
      >
        {value === null && (
          <option value="" disabled>
            {unchosen}
          </option>
        )}
        {groups.map(({ label: group, choices }) =>
          group === null ? (
            choices.map((choice) => <Line key={choice.value} {...choice} />)
          ) : (
            <optgroup key={group} label={group}>
              {choices.map((choice) => (
                <Line key={choice.value} {...choice} />
              ))}
            </optgroup>
          ),
        )}
      </select>
    </span>
  )
}

function Line({ value, label }: Choice<string>) {
  return <option value={value}>{label}</option>
}
