import type { KeyboardEvent } from 'react'
import { useWords } from '../../lib/use-words.ts'
import { type Section, sections } from './section-names.ts'
import { choose, sectionBeside } from './settings-choice.ts'

/** What can be set, one below the other. Arrows choose; the table beside is a key away. */
export function SectionList({ shown, onEnter }: { shown: Section; onEnter(): void }) {
  const { t } = useWords()

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
    if (way !== null) {
      event.preventDefault()
      const next = sectionBeside(shown, way)
      choose({ section: next })
      event.currentTarget.querySelectorAll('button')[sections.indexOf(next)]?.focus()
    }
    if (event.key !== 'ArrowRight' && event.key !== 'Enter') return
    event.preventDefault()
    onEnter()
  }

  return (
    <nav className="sections" aria-label={t('settings.sections')} onKeyDown={onKeyDown}>
      {sections.map((section) => (
        <button
          key={section}
          type="button"
          aria-current={section === shown ? 'true' : undefined}
          tabIndex={section === shown ? 0 : -1}
          onClick={() => choose({ section })}
        >
          {t(`settings.${section}.title`)}
        </button>
      ))}
    </nav>
  )
}
