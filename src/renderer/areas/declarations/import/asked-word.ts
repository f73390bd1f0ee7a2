import type { DeclarationsPreview } from '../../../../shared/contract/declarations-import.ts'
import type { Refusal } from '../../../../shared/contract/import.ts'
import type { DeclarationsDraft } from '../../../../shared/trade/declarations-draft.ts'

/** Fields of a declaration whose words in a file stand for something of the book. */
export const wordFields = [
  ...(['checkpoint', 'direction', 'transportMode', 'partner', 'currency'] as const),
  ...(['origin', 'destination', 'quantity.unit', 'secondQuantity.unit'] as const),
] as const
export type WordField = (typeof wordFields)[number]

/** A word of the file that the book does not know, which the user is asked about. */
export interface AskedWord {
  field: WordField
  word: string
}

const unknown: readonly string[] = [
  ...['word-unknown', 'unknown-checkpoint', 'country-unknown', 'currency-unknown', 'unit-unknown'],
]

function askedIn({ code, details }: Refusal): AskedWord | null {
  const field = wordFields.find((each) => each === details.field)
  const word = details.text ?? details.checkpoint
  // A text that was cut is no word of the file.
  if (!unknown.includes(code) || !field || typeof word !== 'string' || word.endsWith('…')) return null
  return { field, word }
}

/** Asked words together with those that a preview does not know; each stands once, the first to be asked first. */
export function askAlso(
  asked: readonly AskedWord[],
  { refused }: Pick<DeclarationsPreview, 'refused'>,
): AskedWord[] {
  const all = [...asked, ...refused.map(askedIn).filter((word) => word !== null)]
  return [...new Map(all.map((word) => [JSON.stringify([word.field, word.word]), word])).values()]
}

/** What the words of a field mean by a draft; null where the field has no words of its own. */
function wordsOf(draft: DeclarationsDraft, field: WordField): Record<string, string> | null {
  if (field === 'checkpoint') {
    const { checkpoint } = draft
    return checkpoint && 'codes' in checkpoint ? checkpoint.codes : null
  }
  if (field === 'quantity.unit' || field === 'secondQuantity.unit') {
    const unit = draft[field === 'quantity.unit' ? 'quantity' : 'secondQuantity']?.unit
    return unit && 'words' in unit ? unit.words : null
  }
  const part = draft[field]
  return part && 'words' in part ? part.words : null
}

/** The code that a word stands for; null where that is open. */
export function meaningOf(draft: DeclarationsDraft, { field, word }: AskedWord): string | null {
  const words = wordsOf(draft, field)
  return words && Object.hasOwn(words, word) ? (words[word] ?? null) : null
}

export function isOpen(draft: DeclarationsDraft, asked: AskedWord): boolean {
  return wordsOf(draft, asked.field) !== null && meaningOf(draft, asked) === null
}

/** The draft in which a word stands for a code. */
export function withMeaning(
  draft: DeclarationsDraft,
  { field, word }: AskedWord,
  code: string,
): DeclarationsDraft {
  const words = { ...wordsOf(draft, field), [word]: code }
  if (field === 'checkpoint') {
    return { ...draft, checkpoint: { ...draft.checkpoint, codes: words } } as DeclarationsDraft
  }
  if (field === 'quantity.unit' || field === 'secondQuantity.unit') {
    const amount = field === 'quantity.unit' ? 'quantity' : 'secondQuantity'
    const unit = { ...draft[amount]?.unit, words }
    return { ...draft, [amount]: { ...draft[amount], unit } } as DeclarationsDraft
  }
  return { ...draft, [field]: { ...draft[field], words } } as DeclarationsDraft
}
