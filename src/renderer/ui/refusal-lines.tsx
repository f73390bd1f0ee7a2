import { createContext, type ReactNode, useState } from 'react'

/** Where fields say why they refuse a text; null says it right below the field. */
export const RefusalPlace = createContext<HTMLElement | null>(null)

/** Fields side by side, whose refusals stand below all of them, each in a line of its own under the field's name. */
export function RefusalLines({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  return (
    <RefusalPlace value={place}>
      {children}
      <span ref={setPlace} className="refusals" />
    </RefusalPlace>
  )
}
