import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { languageOrder, type Texts, texts } from '../../shared/languages/index.ts'
import type { Language } from '../../shared/words.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts'
    resources: { texts: Texts }
  }
}

const storageKey = 'portbook.language'

const isLanguage = (text: string | null): text is Language =>
  languageOrder.some((language) => language === text)

/** The language chosen before, else the first that the system speaks and we do. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(storageKey)
  if (isLanguage(chosen)) return chosen
  for (const wanted of navigator.languages) {
    const match = languageOrder.find((language) => language.slice(0, 2) === wanted.slice(0, 2).toLowerCase())
    if (match) return match
  }
  return 'en'
}

function showLanguage(language: string): void {
  document.documentElement.lang = language
}

export function switchLanguage(language: Language): void {
  localStorage.setItem(storageKey, language)
  void i18next.changeLanguage(language)
}

i18next.on('languageChanged', showLanguage)

void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: 'en',
  defaultNS: 'texts',
  resources: Object.fromEntries(languageOrder.map((language) => [language, { texts: texts[language] }])),
  interpolation: { escapeValue: false },
  initAsync: false,
})
