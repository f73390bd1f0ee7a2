import type { Command } from '../../lib/commands.ts'
import { type Section, sections } from './section-names.ts'
import { choose, sectionBeside } from './settings-choice.ts'

/** The page keys go through the sections. */
export function sectionCommands(shown: Section): Command[] {
  return ([-1, 1] as const).map((way) => ({
    id: `settings.section.${way}`,
    scope: 'screen',
    keys: [way === 1 ? 'PageDown' : 'PageUp'],
    words: ({ t }) => t(way === 1 ? 'settings.does.nextSection' : 'settings.does.sectionBefore'),
    keyOnly: true,
    run: () => choose({ section: sectionBeside(shown, way) }),
  }))
}

/** Every other section by its name. */
export function otherSections(shown: Section): Command[] {
  return sections
    .filter((section) => section !== shown)
    .map((section) => ({
      id: `settings.show.${section}`,
      scope: 'screen',
      words: ({ t }) => t(`settings.${section}.title`),
      run: () => choose({ section }),
    }))
}
