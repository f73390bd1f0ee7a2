import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Texts } from '../../shared/languages/en/index.ts'
import { languageOrder } from '../../shared/languages/names.ts'
import type { Language } from '../../shared/words.ts'
import { readTexts } from './spoken-texts.ts'
import { useStore } from './store.ts'
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

/** The language that is chosen: the one that is spoken, or will be as soon as its texts are here. */
export function useChosenLanguage(): Language {
  return useStore(windowSettings).language ?? systemLanguage()
}

export function switchLanguage(language: Language): void {
  changeWindowSettings({ language })
}

/** Speaks the chosen language, now and whenever another one is chosen here or in another window. */
export async function startLanguage(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language
  })
  await i18next.use(initReactI18next).init({
    lng: 'en',
    defaultNS: 'texts',
    resources: { en: { texts: await readTexts('en') } },
    interpolation: { escapeValue: false },
  })
  windowSettings.subscribe(() => void speakChosen())
  await speakChosen()
}

/** Speaks the language that is chosen by the time its texts are here; where they do not come, goes on in the one it spoke. */
async function speakChosen(): Promise<void> {
  const wanted = chosenLanguage()
  if (wanted === i18next.language) return
  const texts = await readTexts(wanted).catch(() => null)
  if (texts === null) return
  i18next.addResourceBundle(wanted, 'texts', texts)
  if (wanted === chosenLanguage()) await i18next.changeLanguage(wanted)
}
