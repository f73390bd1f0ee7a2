import { useStore } from '../../../lib/store.ts'
import { useWords } from '../../../lib/use-words.ts'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { reportSubject } from './trade-choice.ts'

/** Whether crossings, staffing or trade are reported. */
export function SubjectChoice() {
  const { t } = useWords()
  return (
    <ChoiceList
      label={t('tradeReport.page.subject')}
      value={useStore(reportSubject)}
      choices={(['crossings', 'staffing', 'trade'] as const).map((value) => ({
        value,
        label: t(`tradeReport.page.subjects.${value}`),
      }))}
      onChoose={(value) => reportSubject.set(value)}
    />
  )
}
