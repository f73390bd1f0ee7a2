import { languageNames, languageOrder } from '../../../shared/languages/names.ts'
import { switchLanguage, useChosenLanguage } from '../../lib/i18n.ts'
import { useWords } from '../../lib/use-words.ts'
import { Segments } from '../../ui/segments.tsx'

/** The language of the window; every text follows at once. */
export function LanguageStep() {
  const { t } = useWords()
  return (
    <Segments
      autoFocus
      className="upright"
      label={t('start.language')}
      value={useChosenLanguage()}
      choices={languageOrder.map((value) => ({ value, label: languageNames[value] }))}
      onChoose={switchLanguage}
    />
  )
}
