import type { ReactNode } from 'react'
import { useWords } from '../../lib/use-words.ts'
import { isComposing } from '../../ui/grid/grid-keys.ts'
import type { Section } from './section-names.ts'

interface SectionHeadProps {
  section: Section
  /** Controls that say what is listed. */
  filter?: ReactNode
  /** What else can be done with all of it. */
  outputs?: ReactNode
  /** From a list of the head into what it lists: by Enter. */
  onEnter?(): void
}

/** The head of a section: what it is, what of it is listed, what can be done. */
export function SectionHead({ section, filter, outputs, onEnter }: SectionHeadProps) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of its lists
    <header
      className="top"
      onKeyDown={(event) => {
        const isOfList = event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement
        if (event.key !== 'Enter' || !isOfList || isComposing(event.nativeEvent)) return
        event.preventDefault()
        onEnter?.()
      }}
    >
      <h1>{t(`settings.${section}.title`)}</h1>
      {filter}
      <span className="spring" />
      {outputs}
    </header>
  )
}
