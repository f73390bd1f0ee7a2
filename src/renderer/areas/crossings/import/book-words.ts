import { useMemo } from 'react'
import type { OutputOf } from '../../../../shared/contract/index.ts'
import type { Names } from '../../../../shared/words.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import type { Choice } from '../../../ui/choice-list.tsx'

/** What the book has, to choose from, under names in the reader's language. */
export interface BookWords {
  checkpoints: Choice<string>[]
  lines: Choice<string>[]
  /** The shifts of all checkpoints; the same code is the same shift. */
  shifts: Choice<string>[]
}

type Port = OutputOf<'describePort'>

/** Checkpoints and lines of the book, also those that have ended, and the shifts of today. */
export function useBookWords(): BookWords {
  const { name } = useWords()
  const { output: lists } = useQuery('listCountFilters', {}, 'desk')
  const { output: port } = useQuery('describePort', {}, 'desk')
  return useMemo(() => {
    const named = (code: string, names: Names) => ({ value: code, label: name(names) })
    return {
      checkpoints: (lists?.checkpoints ?? []).map(({ code, names }) => named(code, names)),
      lines: (lists?.lines ?? []).map(({ code, names }) => named(code, names)),
      shifts: shiftsOf(port).map(({ shift, names }) => named(shift, names)),
    }
  }, [lists, port, name])
}

function shiftsOf(port: Port | null): Port['checkpoints'][number]['shifts'] {
  const shifts = (port?.checkpoints ?? []).flatMap((checkpoint) => checkpoint.shifts)
  return [...new Map(shifts.map((shift) => [shift.shift, shift])).values()]
}

/** The name that a code has among choices, else the code itself. */
export function labelOf(choices: readonly Choice<string>[], code: string): string {
  return choices.find(({ value }) => value === code)?.label ?? code
}
