import type { Command } from '../../../lib/commands.ts'

/** Keys that the table hears by itself. */
export const tableKeys: readonly Command[] = [
  {
    id: 'openings.enter',
    scope: 'cell',
    keyText: ({ t }) => t('keys.enter'),
    words: ({ t }) => t('panel.keyDown'),
  },
  {
    id: 'openings.tab',
    scope: 'cell',
    keyText: ({ t }) => t('keys.tab'),
    words: ({ t }) => t('panel.keyRight'),
  },
  {
    id: 'openings.edit',
    scope: 'cell',
    keyText: ({ t }) => t('keys.f2'),
    words: ({ t }) => t('panel.keyEdit'),
  },
  {
    id: 'openings.take-back',
    scope: 'cell',
    keyText: ({ t }) => t('keys.escape'),
    words: ({ t }) => t('panel.keyTakeBack'),
  },
  {
    id: 'openings.remove',
    scope: 'cell',
    keyText: () => 'Ctrl Delete',
    words: ({ t }) => t('openings.keyRemove'),
  },
  {
    id: 'openings.paste',
    scope: 'cell',
    keyText: () => 'Ctrl V',
    words: ({ t }) => t('openings.keyPaste'),
  },
]
