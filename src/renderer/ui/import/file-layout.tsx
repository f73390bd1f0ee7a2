import { encodings, separators } from '../../../shared/mapping-shape.ts'
import type { FileLayout } from '../../lib/file-import.ts'
import { useWords } from '../../lib/use-words.ts'
import { ChoiceList } from '../choice-list.tsx'

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const
const encodingNames = { 'utf-8': 'utf8', gb18030: 'gb18030', 'utf-16le': 'utf16' } as const
const headingRows = ['0', '1', '2'] as const
const mostSkipped = 20
const afresh = ''

interface FileLayoutLineProps {
  guess: { kind: 'csv' | 'xlsx'; sheets: { name: string; hidden: boolean }[]; saved: string | null }
  /** As the file was read. */
  layout: FileLayout
  disabled: boolean
  /** Names of the book's mappings that fit this file. */
  fitting: readonly string[]
  onReadBy(name: string): void
  onLayout(part: FileLayout): void
}

/** How the file is laid out, as it was found; each of it can be changed. */
export function FileLayoutLine({
  guess,
  layout,
  disabled,
  fitting,
  onReadBy,
  onLayout,
}: FileLayoutLineProps) {
  const { t, number } = useWords()
  const seen = guess.sheets.filter(({ hidden }) => !hidden)
  const hidden = guess.sheets.filter((sheet) => sheet.hidden)
  const skipped = layout.skipRows ?? 0
  const skips = Array.from({ length: Math.max(mostSkipped, skipped) + 1 }, (_, rows) => rows)
  return (
    <fieldset className="import-layout" aria-label={t('importing.layout')} disabled={disabled}>
      {fitting.length > 0 && (
        <span className="fact">
          {t('importing.mapping')}
          <ChoiceList
            label={t('importing.mapping')}
            value={guess.saved ?? afresh}
            choices={[
              ...(guess.saved ? [] : [{ value: afresh, label: t('importing.asGuessed') }]),
              ...fitting.map((name) => ({ value: name, label: name })),
            ]}
            onChoose={onReadBy}
          />
        </span>
      )}
      {guess.kind === 'xlsx' && (
        <span className="fact">
          {t('importing.sheet')}
          <ChoiceList
            label={t('importing.sheet')}
            value={layout.sheet ?? seen[0]?.name ?? null}
            choices={seen.map(({ name }) => ({ value: name, label: name }))}
            onChoose={(sheet) => onLayout({ sheet })}
          />
        </span>
      )}
      {guess.kind === 'csv' && (
        <>
          <span className="fact">
            {t('importing.encoding')}
            <ChoiceList
              label={t('importing.encoding')}
              value={layout.encoding ?? 'utf-8'}
              choices={encodings.map((value) => ({
                value,
                label: t(`importing.encodings.${encodingNames[value]}`),
              }))}
              onChoose={(encoding) => onLayout({ encoding })}
            />
          </span>
          <span className="fact">
            {t('importing.separator')}
            <ChoiceList
              label={t('importing.separator')}
              value={layout.separator ?? ','}
              choices={separators.map((value) => ({
                value,
                label: t(`importing.separators.${separatorNames[value]}`),
              }))}
              onChoose={(separator) => onLayout({ separator })}
            />
          </span>
        </>
      )}
      <span className="fact">
        {t('importing.headings')}
        <ChoiceList
          label={t('importing.headings')}
          value={headingRows[Number(layout.headings ?? true)] ?? null}
          choices={headingRows.map((value) => ({ value, label: t(`importing.headingRows.${value}`) }))}
          onChoose={(rows) => onLayout({ headings: rows === '2' ? 2 : rows === '1' })}
        />
      </span>
      <span className="fact">
        {t('importing.skipRows')}
        <ChoiceList
          label={t('importing.skipRows')}
          value={String(skipped)}
          choices={skips.map((rows) => ({ value: String(rows), label: number(rows) }))}
          onChoose={(rows) => onLayout({ skipRows: Number(rows) })}
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
