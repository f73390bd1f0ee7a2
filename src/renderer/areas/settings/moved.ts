/** The order in which one code has changed places with its neighbour; null where it has none on that side. */
export function moved(codes: readonly string[], code: string, way: 1 | -1): string[] | null {
  const from = codes.indexOf(code)
  const other = codes[from + way]
  if (from < 0 || other === undefined) return null
  return codes.map((each) => (each === code ? other : each === other ? code : each))
}
