import type { Command } from './commands.ts'
import { pinyinInitials } from './pinyin-initials.ts'
import type { Words } from './use-words.ts'

/** A command as the list shows it. */
export interface FoundCommand {
  command: Command
  text: string
  /** Why it cannot act now; null where it can. */
  refusal: string | null
}

/**
 * Commands that what was typed may mean: every word of it is in the command's words, in the reader's language or in English,
 * or in the first letters of its Chinese characters. Words that begin so come first; of equals those used lately.
 * @param recent ids of commands used lately, the last one first
 */
export function findCommands(
  commands: readonly Command[],
  typed: string,
  words: Words,
  english: Words,
  recent: readonly string[],
): FoundCommand[] {
  const age = (id: string) => (recent.includes(id) ? recent.indexOf(id) : recent.length)
  return commands
    .filter(({ run, keyOnly }) => run && !keyOnly)
    .map((command) => ({ command, text: command.words(words), rank: rankOf(command, typed, words, english) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || age(a.command.id) - age(b.command.id))
    .map(({ command, text }) => ({ command, text, refusal: command.refusal?.(words) ?? null }))
}

/** 0 where a word is not found; otherwise higher the better the worst of its words fits. */
function rankOf(command: Command, typed: string, words: Words, english: Words): number {
  const { foundBy } = command
  const wordsOf = command.soughtWords ?? command.words
  const plain = plainText(typed)
  const others = foundBy === undefined ? plain : plain.replace(plainText(foundBy), ' ')
  const own = plainText(wordsOf(words))
  const texts = words.language === 'en' ? [own] : [own, plainText(wordsOf(english))]
  const initials = words.language === 'zh-CN' ? pinyinInitials(own) : ''
  const ranks = others.split(/\s+/).map((word) => {
    if (texts.some((text) => beginsWord(text, word))) return 3
    if (texts.some((text) => text.includes(word))) return 2
    return initials.includes(word) ? 1 : 0
  })
  return Math.min(...ranks)
}

const plainText = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

function beginsWord(text: string, word: string): boolean {
  return text.startsWith(word) || text.includes(` ${word}`)
}
