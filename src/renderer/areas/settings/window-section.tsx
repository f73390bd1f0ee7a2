import { useEffect, useRef } from 'react'
import { languageNames, languageOrder } from '../../../shared/languages/names.ts'
import { themes } from '../../../shared/window-words.ts'
import { switchLanguage, useChosenLanguage } from '../../lib/i18n.ts'
import { useStore } from '../../lib/store.ts'
import { switchTheme } from '../../lib/theme.ts'
import { useWords } from '../../lib/use-words.ts'
import { windowSettings } from '../../lib/window-settings.ts'
import { Segments } from '../../ui/segments.tsx'
import { SectionHead } from './section-head.tsx'

/** How this computer's window looks and speaks; it is in no book. */
export function WindowSection() {
  const { t } = useWords()
  const { theme } = useStore(windowSettings)
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body)
      main.current?.querySelector<HTMLElement>('input:checked')?.focus()
  }, [])
  return (
    <>
      <SectionHead section="window" />
      <main ref={main} className="main wide window-settings">
        <h2>{t('settings.window.language')}</h2>
        <Segments
          label={t('settings.window.language')}
          value={useChosenLanguage()}
          choices={languageOrder.map((value) => ({ value, label: languageNames[value] }))}
          onChoose={switchLanguage}
        />
        <h2>{t('settings.window.theme')}</h2>
        <Segments
          label={t('settings.window.theme')}
          value={theme}
          choices={themes.map((value) => ({ value, label: t(`settings.window.themes.${value}`) }))}
          onChoose={switchTheme}
        />
        <p className="faint">{t('settings.window.hint')}</p>
      </main>
    </>
  )
}
