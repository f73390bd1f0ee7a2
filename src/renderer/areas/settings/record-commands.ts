import type { Command } from '../../lib/commands.ts'
import { keystrokeText } from '../../lib/keystrokes.ts'
import type { PortSection } from './section-names.ts'

/** What the panel beside the rows is for: the row's fields, a new one's, a question about the row, or another name for it. */
export type RecordMode = 'row' | 'add' | 'ask' | 'rename' | 'times' | 'load'

/** Keys of the rows by the panel they open; letters by their place, so that every layout has them. */
const keyOfMode: Record<Exclude<RecordMode, 'row'>, string> = {
  add: 'KeyN',
  rename: 'KeyR',
  times: 'KeyT',
  load: 'KeyL',
  ask: 'Delete',
}
const modes = ['add', 'rename', 'times', 'load', 'ask'] as const

/** The panel that a key pressed in the rows asks for. */
export function modeOfKey({ code, key }: Pick<KeyboardEvent, 'code' | 'key'>): RecordMode | null {
  if (key === 'Insert') return 'add'
  return modes.find((mode) => keyOfMode[mode] === code || keyOfMode[mode] === key) ?? null
}

interface Acting {
  section: PortSection
  offers(mode: RecordMode): boolean
  show(mode: RecordMode): void
  canShift: boolean
  /** Whether the row has figures and is ended instead of removed. */
  isEnded: boolean
}

/** What can be done with the rows, as the panel, the list of commands and the help on keys say it. */
export function recordCommands({ section, offers, show, canShift, isEnded }: Acting): Command[] {
  const told = (id: string, key: string, words: Command['words']): Command => ({
    id: `settings.${id}`,
    scope: 'screen',
    keyOnly: true,
    keyText: () => keystrokeText(key),
    words,
  })
  return [
    told('edit', 'Enter', ({ t }) => t('settings.does.edit')),
    told('take-back', 'Escape', ({ t }) => t('settings.does.takeBack')),
    ...modes.filter(offers).map(
      (mode): Command => ({
        id: `settings.${mode}`,
        scope: 'screen',
        keyText: () => keystrokeText(keyOfMode[mode]),
        words({ t }) {
          if (mode === 'add') return t(`settings.${section}.add`)
          return t(`settings.does.${mode === 'ask' ? (isEnded ? 'end' : 'remove') : mode}`)
        },
        run: () => show(mode),
      }),
    ),
    ...(canShift ? [told('shift', 'Alt+ArrowUp+ArrowDown', ({ t }) => t('settings.does.shift'))] : []),
  ]
}
