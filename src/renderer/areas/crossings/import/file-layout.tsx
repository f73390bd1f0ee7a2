import { mappingFits } from '../../../../shared/import/column-uses.ts'
import { encodings, separators } from '../../../../shared/mapping-file.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { changeLayout, readBy } from './import-actions.ts'
import type { ImportState } from './import-state.ts'

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const
const encodingNames = { 'utf-8': 'utf8', gb18030: 'gb18030', 'utf-16le': 'utf16' } as const
const headingRows = ['0', '1', '2'] as const
const mostSkipped = 20
const afresh = ''

/** How the file is laid out, as it was found; each of it can be changed. */
export function FileLayoutLine({ state: { guess, reading, run } }: { state: ImportState }) {
  const { t, number } = useWords()
  const { output: saved } = useQuery('listMappings', {})
  if (!guess) return null
  const seen = guess.sheets.filter(({ hidden }) => !hidden)
  const hidden = guess.sheets.filter((sheet) => sheet.hidden)
  const fitting = (saved ?? []).filter(({ mapping }) => mappingFits(mapping, guess.headings))
  const skips = Array.from({ length: Math.max(mostSkipped, reading.skipRows) + 1 }, (_, rows) => rows)
  return (
    <fieldset
      className="import-layout"
      aria-label={t('importing.layout')}
      disabled={run?.state === 'running'}
    >
      {fitting.length > 0 && (
        <span className="fact">
          {t('importing.mapping')}
          <ChoiceList
            label={t('importing.mapping')}
            value={guess.saved ?? afresh}
            choices={[
              ...(guess.saved ? [] : [{ value: afresh, label: t('importing.asGuessed') }]),
              ...fitting.map(({ name }) => ({ value: name, label: name })),
            ]}
            onChoose={(name) => {
              const chosen = fitting.find((each) => each.name === name)
              if (chosen) void readBy(chosen)
            }}
          />
        </span>
      )}
      {guess.kind === 'xlsx' && (
        <span className="fact">
          {t('importing.sheet')}
          <ChoiceList
            label={t('importing.sheet')}
            value={reading.sheet ?? seen[0]?.name ?? null}
            choices={seen.map(({ name }) => ({ value: name, label: name }))}
            onChoose={(sheet) => void changeLayout({ sheet })}
          />
        </span>
      )}
      {guess.kind === 'csv' && (
        <>
          <span className="fact">
            {t('importing.encoding')}
            <ChoiceList
              label={t('importing.encoding')}
              value={reading.encoding ?? 'utf-8'}
              choices={encodings.map((value) => ({
                value,
                label: t(`importing.encodings.${encodingNames[value]}`),
              }))}
              onChoose={(encoding) => void changeLayout({ encoding })}
            />
          </span>
          <span className="fact">
            {t('importing.separator')}
            <ChoiceList
              label={t('importing.separator')}
              value={reading.separator}
              choices={separators.map((value) => ({
                value,
                label: t(`importing.separators.${separatorNames[value]}`),
              }))}
              onChoose={(separator) => void changeLayout({ separator })}
            />
          </span>
        </>
      )}
      <span className="fact">
        {t('importing.headings')}
        <ChoiceList
          label={t('importing.headings')}
          value={headingRows[Number(reading.headings)] ?? null}
          choices={headingRows.map((value) => ({ value, label: t(`importing.headingRows.${value}`) }))}
          onChoose={(rows) => void changeLayout({ headings: rows === '2' ? 2 : rows === '1' })}
        />
      </span>
      <span className="fact">
        {t('importing.skipRows')}
        <ChoiceList
          label={t('importing.skipRows')}
          value={String(reading.skipRows)}
          choices={skips.map((rows) => ({ value: String(rows), label: number(rows) }))}
          onChoose={(rows) => void changeLayout({ skipRows: Number(rows) })}
        />
      </span>
      {hidden.length > 0 && (
        <span className="warns">
          {t('importing.hiddenSheets', { names: hidden.map(({ name }) => name).join(', ') })}
        </span>
      )}
    </fieldset>
  )
}
