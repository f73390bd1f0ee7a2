import type { Question } from '../../../../shared/contract/declarations.ts'
import type { Language } from '../../../../shared/words.ts'
import { call } from '../../../lib/client.ts'
import {
  changeEntry,
  type Entry,
  entry,
  forgetLeft,
  inTurn,
  isDraft,
  isOpen,
  readable,
  saveEntry,
  shownAs,
  written,
} from './entry-state.ts'
import type { Step } from './step-names.ts'

/** Steps that a declaration can take now. */
export function stepsOf({ known, dirty }: Entry): Step[] {
  if (known === null || known.state === 'draft') return ['register', ...(known ? (['remove'] as const) : [])]
  if (known.state === 'refused' || known.state === 'withdrawn') return []
  // What is typed over it is amended or taken back first: no step is taken on something else than what is shown.
  if (dirty) return ['amend']
  switch (known.state) {
    case 'registered':
      return ['inspect', 'refuse', 'withdraw']
    case 'inspected':
      return ['release', 'refuse', 'withdraw']
    case 'released':
      return [...(known.record.direction === 'export' ? (['clear'] as const) : []), 'withdraw']
  }
}

/**
 * Shows what the book has by now of the declaration that is open, where that was changed elsewhere and nothing is typed over
 * it. It is asked for anew: what was heard of a change may be older than what was saved here since. The line of a step that
 * is being typed stays where the step can still be taken.
 */
export async function followBook(language: Language): Promise<void> {
  await written()
  const before = entry.get()
  if (!before?.known) return
  const read = await call('readDeclaration', { declaration: before.known.declaration }).catch(() => null)
  const now = entry.get()
  if (!read?.ok || !now || !isOpen(before)) return
  if (now.known !== before.known) return followBook(language)
  if (now.dirty || read.output.revision === before.known.revision) return
  const after = shownAs(read.output, language)
  const step = now.step !== null && stepsOf(after).includes(now.step) ? now.step : null
  entry.set({ ...after, step })
}

/** Does a step of a saved declaration. @returns whether it was done */
export async function takeStep(
  step: Step,
  { date, reason }: { date: string; reason: string },
  language: Language,
): Promise<boolean> {
  const begun = entry.get()
  if (!begun) return false
  if (isDraft(begun) && step !== 'remove' && !(await saveEntry())) return false
  return inTurn(() => takeNow(begun, step, { date, reason }, language))
}

async function takeNow(
  begun: Entry,
  step: Step,
  { date, reason }: { date: string; reason: string },
  language: Language,
): Promise<boolean> {
  const now = entry.get()
  if (!now?.known || !isOpen(begun)) return false
  const { declaration, revision } = now.known
  const changed = { declaration, revision }
  const { accepted } = now
  const why = reason.trim() === '' ? null : reason.trim()
  const ask = () => {
    switch (step) {
      case 'register':
        return call('registerDeclaration', { ...changed, date, accepted })
      case 'letPass':
        return call('letDeclarationPass', { ...changed, date, accepted, reason })
      case 'inspect':
        return call('inspectDeclaration', { ...changed, date, reason: why })
      case 'release':
        return call('releaseDeclaration', { ...changed, date, clearedDate: null })
      case 'clear':
        return call('clearExport', { ...changed, date })
      case 'refuse':
        return call('refuseDeclaration', { ...changed, date, reason })
      case 'withdraw':
        return call('withdrawDeclaration', { ...changed, date, reason })
      case 'amend': {
        const record = readable(now)
        if (!record) return null
        return call('amendDeclaration', { ...changed, date, reason, record, accepted })
      }
      case 'remove':
        return call('removeDraft', changed)
    }
  }
  const asked = ask()
  if (asked === null) return false
  const answer = await asked.catch(() => null)
  if (!answer) return false
  if (!answer.ok) {
    if (isOpen(now)) changeEntry({ refusal: answer.error, asked: { step, date, reason } })
    return false
  }
  forgetLeft(declaration)
  if (!isOpen(now)) return true
  if (step === 'remove') entry.set(null)
  else await showTaken(now, step, language)
  return true
}

/** Shows a declaration after its step; what is typed and was not part of it stays, over what the book has by now. */
async function showTaken(before: Entry, step: Step, language: Language): Promise<void> {
  const declaration = before.known?.declaration ?? ''
  const read = await call('readDeclaration', { declaration }).catch(() => null)
  const now = entry.get()
  if (!read?.ok || !now || !isOpen(before)) return
  const isWritten = now.typed === before.typed && (step === 'amend' || !before.dirty)
  if (isWritten) entry.set(shownAs(read.output, language))
  else changeEntry({ known: read.output, asked: null })
}

/** Answers the question that refused the last step with yes, and takes the step again. */
export async function answerYes(language: Language): Promise<boolean> {
  const now = entry.get()
  const code = now?.refusal?.code
  if (!now?.asked || code === undefined || !isQuestion(code)) return false
  changeEntry({ accepted: [...now.accepted, code], refusal: null })
  return takeStep(now.asked.step, now.asked, language)
}

export const isQuestion = (code: string): code is Question =>
  (['value-unusual', 'same-load', 'unit-unusual'] satisfies Question[]).some((each) => each === code)
