import { languageNames, languageOrder } from '../../shared/languages/names.ts'
import { switchLanguage, useChosenLanguage } from '../lib/i18n.ts'
import { useWords } from '../lib/use-words.ts'
import { ChoiceList } from '../ui/choice-list.tsx'

/** Changes every text of the window at once. */
export function LanguageChoice() {
  const { t } = useWords()
  return (
    <ChoiceList
      className="language-choice"
      label={t('app.language')}
      value={useChosenLanguage()}
      choices={languageOrder.map((value) => ({ value, label: languageNames[value] }))}
      onChoose={switchLanguage}
    />
  )
}
