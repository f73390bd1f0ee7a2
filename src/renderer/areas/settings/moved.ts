/** The order in which one code stands beyond another one, before or after it as it came; null where there is none. */
export function moved(codes: readonly string[], code: string, beyond: string | undefined): string[] | null {
  const from = codes.indexOf(code)
  const to = beyond === undefined ? -1 : codes.indexOf(beyond)
  if (from < 0 || to < 0) return null
  return codes.toSpliced(from, 1).toSpliced(to, 0, code)
}
