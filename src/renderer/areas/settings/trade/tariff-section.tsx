import type { TariffEdition } from '../../../../shared/contract/tariff.ts'
import { formatDate } from '../../../../shared/format.ts'
import { languageNames } from '../../../../shared/languages/names.ts'
import { call } from '../../../lib/client.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { RemoveQuestion } from '../end-question.tsx'
import { Records } from '../records.tsx'
import { saveSetting } from '../save-setting.ts'
import type { SectionProps } from '../section-props.ts'
import { TariffImport } from './tariff-import.tsx'

/** The first date of a tariff that has always held. */
const always = '0001-01-01'

/** The tariffs of the book, each from a file, and the import of another. */
export function TariffSection(_: SectionProps) {
  const { t, language, number } = useWords()
  const { output: editions } = useQuery('listTariffs', {})
  const since = ({ from }: TariffEdition) =>
    from === always ? t('settings.always') : t('settings.since', { date: formatDate(from, language) })
  const languagesOf = (row: TariffEdition) =>
    row.languages.map((each) => languageNames[each]).join(t('settings.list'))
  return (
    <Records
      section="tariff"
      rows={editions}
      idOf={(row) => row.from}
      formKey={(row) => `tariff/${row.from}`}
      columns={[
        { id: 'since', label: t('settings.inService'), cell: since },
        { id: 'file', label: t('settings.tariff.file'), cell: (row) => row.file },
        { id: 'lines', label: t('settings.tariff.lines'), cell: (row) => number(row.lines) },
        { id: 'languages', label: t('settings.tariff.languages'), cell: languagesOf },
      ]}
      panels={{
        row: (row) => (
          <section className="setting">
            <h2>{row.file}</h2>
            <p>{since(row)}</p>
            <p className="faint hash">{t('settings.tariff.hash', { hash: row.hash })}</p>
          </section>
        ),
        add: (control) => <TariffImport control={control} />,
        ask: (row, control) => (
          <RemoveQuestion
            name={row.file}
            hint={t('settings.tariff.removeHint')}
            control={control}
            onRemove={() => saveSetting(() => call('removeTariff', { from: row.from }))}
          />
        ),
      }}
    />
  )
}
