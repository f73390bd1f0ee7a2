/** A key, shown where it acts. */
export function KeyHint({ children }: { children: string }) {
  return <kbd>{children}</kbd>
}
