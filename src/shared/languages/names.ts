import type { Language, Names } from '../words.ts'

/** Each language in its own words, in the order they are offered. */
export const languageNames: Record<Language, string> = {
  'zh-CN': '中文',
  en: 'English',
  ru: 'Русский',
  kk: 'Қазақша',
}

export const languageOrder = ['zh-CN', 'en', 'ru', 'kk'] as const satisfies readonly Language[]

/** The name in a language, or in the next best one that it has. */
export function nameIn(names: Names, language: Language): string {
  for (const candidate of [language, 'en', 'zh-CN', 'ru', 'kk'] as const) {
    const name = names[candidate]
    if (name) return name
  }
  return ''
}
