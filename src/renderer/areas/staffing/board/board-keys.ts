import type { Command } from '../../../lib/commands.ts'
import { isPressed } from '../../../lib/keystrokes.ts'
import type { Words } from '../../../lib/use-words.ts'
import { isComposing } from '../../../ui/grid/grid-keys.ts'
import type { BoardControl } from './board-control.ts'
import type { CursorMove } from './board-cursor.ts'

/** A key of the board with what it does there; the list of commands and the help on keys have the same ones. */
interface BoardKey extends Omit<Command, 'scope' | 'run'> {
  act(control: BoardControl): void
}

const moves: Record<string, CursorMove> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  'Ctrl+ArrowLeft': 'edge-before',
  'Ctrl+ArrowRight': 'edge-after',
  Home: 'row-start',
  End: 'row-end',
  'Ctrl+Home': 'first',
  'Ctrl+End': 'last',
}

type BoardText = (words: Words) => string

const openKeys: readonly BoardKey[] = [
  {
    id: 'board.here',
    keys: ['Enter'],
    words: ({ t }) => t('board.keys.openHere'),
    act: ({ opening, open, editIn }) => (opening ? editIn('times') : open('cursor')),
  },
  {
    id: 'board.open',
    keys: ['KeyO'],
    words: ({ t }) => t('board.keys.open'),
    act: ({ open }) => open('now'),
  },
  {
    id: 'board.now',
    keys: ['KeyN'],
    words: ({ t }) => t('board.keys.now'),
    act: ({ move }) => move('now'),
  },
]

const moving = (
  id: string,
  keyText: string,
  words: BoardText,
  [backKeys, onKeys]: readonly [string[], string[]],
  act: (control: BoardControl, way: 1 | -1) => void,
): BoardKey[] => [
  { id: `board.${id}`, keys: onKeys, keyText: () => keyText, words, act: (control) => act(control, 1) },
  // One line in the help tells of both.
  { id: `board.${id}-back`, keys: backKeys, words, keyOnly: true, act: (control) => act(control, -1) },
]

const openingKeys: readonly BoardKey[] = [
  {
    id: 'board.close',
    keys: ['KeyC'],
    words: ({ t }) => t('board.keys.close'),
    act: ({ close }) => close(),
  },
  ...moving(
    'end-by-five',
    '[ ]',
    ({ t }) => t('board.keys.endByFive'),
    [['BracketLeft'], ['BracketRight']],
    ({ endBy }, way) => endBy(5 * way),
  ),
  ...moving(
    'end-by-quarter',
    'Shift ← →',
    ({ t }) => t('board.keys.endByQuarter'),
    [['Shift+ArrowLeft'], ['Shift+ArrowRight']],
    ({ endBy }, way) => endBy(15 * way),
  ),
  ...moving(
    'start-by-five',
    'Shift [ ]',
    ({ t }) => t('board.keys.startByFive'),
    [['Shift+BracketLeft'], ['Shift+BracketRight']],
    ({ startBy }, way) => startBy(5 * way),
  ),
  {
    id: 'board.turn',
    keys: ['KeyR'],
    words: ({ t }) => t('board.keys.turn'),
    act: ({ turn }) => turn(),
  },
  {
    id: 'board.edit',
    keys: ['F2'],
    words: ({ t }) => t('board.keys.edit'),
    act: ({ editIn }) => editIn('times'),
  },
  {
    id: 'board.remove',
    keys: ['Delete'],
    words: ({ t }) => t('board.keys.remove'),
    act: ({ remove }) => remove(),
  },
]

const boardKeys: readonly BoardKey[] = [...openKeys, ...openingKeys]

/** Keys that are told of and heard apart: the cursor's and the digits. */
function toldKeys({ now }: BoardControl): Command[] {
  const isNamed = now.board.rule.heads === 'named'
  return [
    {
      id: 'board.arrows',
      scope: 'cell',
      keyText: ({ t }) => t('keys.arrows'),
      words: ({ t }) => t('board.keys.arrows'),
    },
    {
      id: 'board.edges',
      scope: 'cell',
      keyText: () => 'Ctrl ← →',
      words: ({ t }) => t('board.keys.edges'),
    },
    {
      id: 'board.digits',
      scope: 'cell',
      keyText: ({ t }) => t('board.digits'),
      words: ({ t }) => t(isNamed ? 'board.keys.officers' : 'board.keys.heads'),
    },
  ]
}

/** Everything that the keys of the board do now, by what the cursor stands on. */
export function boardCommands(control: BoardControl): Command[] {
  const keys = control.opening ? boardKeys : openKeys
  const hasNow = control.now.board.nowMinute !== null
  return [
    ...keys
      .filter(({ id }) => !id.endsWith('-back') && (id !== 'board.now' || hasNow))
      .map(({ act, ...command }): Command => {
        // A key that is no letter acts in the board alone, and is only told of elsewhere.
        const isLetter = command.keys?.every((key) => /^(Key.|Bracket.*)$/.test(key)) ?? false
        return { ...command, scope: 'cell', ...(isLetter && { run: () => act(control) }) }
      }),
    ...toldKeys(control),
  ]
}

/** Does what a key does on the board. @returns whether it is one of the board's */
export function pressOnBoard(event: KeyboardEvent, control: BoardControl): boolean {
  if (isComposing(event)) return false
  for (const [keystroke, move] of Object.entries(moves)) {
    if (!isPressed(keystroke, event)) continue
    control.move(move)
    return true
  }
  const key = boardKeys.find(({ keys }) => keys?.some((each) => isPressed(each, event)))
  if (key) {
    key.act(control)
    return true
  }
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
  if (!digit || !isPlain || !control.opening) return false
  if (control.now.board.rule.heads === 'named') {
    // The digit itself then goes into the field.
    control.editIn('who')
    return false
  }
  control.heads(Number(digit[1]))
  return true
}
