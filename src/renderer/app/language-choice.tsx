import { languageNames, languageOrder } from '../../shared/languages/names.ts'
import { switchLanguage } from '../lib/i18n.ts'
import { useWords } from '../lib/use-words.ts'
import { ChoiceList } from '../ui/choice-list.tsx'

/** Changes every text of the window at once. */
export function LanguageChoice() {
  const { t, language } = useWords()
  return (
    <ChoiceList
      className="language-choice"
      label={t('app.language')}
      value={language}
      choices={languageOrder.map((value) => ({ value, label: languageNames[value] }))}
      onChoose={switchLanguage}
    />
  )
}
