import type { TypedNames } from './typed-values.ts'

/** A code made from the English name, or numbered where that gives none; one that is not yet taken. */
export function suggestedCode(names: TypedNames, kind: string, taken: readonly string[]): string {
  const latin = (names.en ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 36)
    .replace(/-+$/, '')
  if (latin !== '' && !taken.includes(latin)) return latin
  const stem = latin === '' ? kind : latin
  for (let number = 2; ; number += 1) {
    const code = `${stem}-${number}`
    if (!taken.includes(code)) return code
  }
}
