import { en, type Texts } from '../../shared/languages/en/index.ts'
import type { Language } from '../../shared/words.ts'

/** Each language is a file of its own: the window reads the one that it speaks. English is there from the first. */
const files: Record<Language, () => Promise<Texts>> = {
  'zh-CN': async () => (await import('../../shared/languages/zh-cn/index.ts')).zhCN,
  en: async () => en,
  ru: async () => (await import('../../shared/languages/ru/index.ts')).ru,
  kk: async () => (await import('../../shared/languages/kk/index.ts')).kk,
}

const known: Partial<Record<Language, Texts>> = { en }

/** Reads the texts of a language, once. @throws where its file does not come */
export async function readTexts(language: Language): Promise<Texts> {
  const texts = known[language] ?? (await files[language]())
  known[language] = texts
  return texts
}

/** Texts of a language that the window speaks; of one that was never read, the English ones. */
export const textsIn = (language: Language): Texts => known[language] ?? en
