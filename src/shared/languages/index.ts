import type { Language } from '../words.ts'
import { en, type Texts } from './en/index.ts'
import { kk } from './kk/index.ts'
import { ru } from './ru/index.ts'
import { zhCN } from './zh-cn/index.ts'

export type { Texts }

/** Every text in every language. The window takes only the language that it speaks, where it can (`lib/i18n.ts`). */
export const texts: Record<Language, Texts> = { 'zh-CN': zhCN, en, ru, kk }
