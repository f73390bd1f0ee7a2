import type { ReactNode } from 'react'
import { useWords } from '../../lib/use-words.ts'
import type { Section } from './settings-choice.ts'

interface SectionHeadProps {
  section: Section
  /** Controls that say what is listed. */
  filter?: ReactNode
  /** What else can be done with all of it. */
  outputs?: ReactNode
}

/** The head of a section: what it is, what of it is listed, what can be done. */
export function SectionHead({ section, filter, outputs }: SectionHeadProps) {
  const { t } = useWords()
  return (
    <header className="top">
      <h1>{t(`settings.${section}.title`)}</h1>
      {filter}
      <span className="spring" />
      {outputs}
    </header>
  )
}
