import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { languageOrder, type Texts, texts } from '../../shared/languages/index.ts'
import type { Language } from '../../shared/words.ts'
import { changeWindowSettings, windowSettings } from './window-settings.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts'
    resources: { texts: Texts }
  }
}

/** The first language that the system speaks and we do. */
function systemLanguage(): Language {
  for (const wanted of navigator.languages) {
    const match = languageOrder.find((language) => language.slice(0, 2) === wanted.slice(0, 2).toLowerCase())
    if (match) return match
  }
  return 'en'
}

const chosenLanguage = (): Language => windowSettings.get().language ?? systemLanguage()

export function switchLanguage(language: Language): void {
  changeWindowSettings({ language })
}

/** Speaks the chosen language, now and whenever another one is chosen here or in another window. */
export function startLanguage(): void {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  void i18next.use(initReactI18next).init({
    lng: chosenLanguage(),
    fallbackLng: 'en',
    defaultNS: 'texts',
    resources: Object.fromEntries(languageOrder.map((language) => [language, { texts: texts[language] }])),
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  windowSettings.subscribe(() => {
    const language = chosenLanguage()
    if (language !== i18next.language) void i18next.changeLanguage(language)
  })
}
