import type { Language, Names } from '../words.ts'
import { en, type Texts } from './en/index.ts'
import { kk } from './kk/index.ts'
import { ru } from './ru/index.ts'
import { zhCN } from './zh-cn/index.ts'

export type { Texts }

export const texts: Record<Language, Texts> = { 'zh-CN': zhCN, en, ru, kk }

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
