import type { CheckpointSetting, SheetLineSetting } from '../../../shared/contract/settings.ts'
import { call } from '../../lib/client.ts'
import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { CheckpointChoice, useChosenCheckpoint } from './checkpoint-choice.tsx'
import { namesOn } from './dated-names.ts'
import { newKey, useForm } from './drafts.ts'
import { EndQuestion, RemoveQuestion } from './end-question.tsx'
import { FormChoice, FormDates } from './form-fields.tsx'
import { moved } from './moved.ts'
import { EndedSwitch, type RecordControl, Records } from './records.tsx'
import { saveSetting } from './save-setting.ts'
import type { SectionProps } from './section-props.ts'
import { SettingForm } from './setting-form.tsx'
import { settingsChoice } from './settings-choice.ts'
import { createReader, dateText } from './typed-values.ts'
import { hasEnded, validityWords } from './validity.ts'

/** The lines that a checkpoint counts, in the order of its paper sheet. */
export function SheetsSection({ settings, today }: SectionProps) {
  const words = useWords()
  const { t, name } = words
  const { withEnded } = useStore(settingsChoice)
  const chosen = useChosenCheckpoint(settings)
  if (!chosen) return null
  const { checkpoint, sheet } = chosen
  const lines = new Map(settings.lines.map((line) => [line.line, line]))
  const nameOf = (code: string) => name(namesOn(lines.get(code)?.names ?? [], today))
  // A line that has ended is gone from the sheet whatever the sheet itself says.
  const isOver = (row: SheetLineSetting) => {
    const line = lines.get(row.line)
    return hasEnded(row, today) || (line !== undefined && hasEnded(line, today))
  }

  return (
    <Records
      section="sheets"
      filter={
        <>
          <CheckpointChoice settings={settings} today={today} />
          <EndedSwitch />
        </>
      }
      rows={sheet.filter((each) => withEnded || !isOver(each))}
      idOf={(row) => row.line}
      isFaint={isOver}
      hasFigures={(row) => row.figures !== null}
      formKey={(row) => `sheet/${checkpoint}/${row.line}`}
      columns={[
        { id: 'name', label: t('settings.name'), cell: (row) => nameOf(row.line) },
        {
          id: 'unit',
          label: t('settings.unit'),
          cell: (row) => {
            const unit = lines.get(row.line)?.unit
            return unit && t(`settings.units.${unit}`)
          },
        },
        { id: 'dates', label: t('settings.sheets.dates'), cell: (row) => validityWords(words, row) },
      ]}
      onShift={(row, beyond) => {
        const order = moved(
          sheet.map(({ line }) => line),
          row.line,
          beyond.line,
        )
        return order && saveSetting(() => call('orderSheet', { checkpoint, lines: order }))
      }}
      panels={{
        row: (row, control) => (
          <SheetLineForm
            key={`${checkpoint}/${row.line}`}
            checkpoint={chosen}
            row={row}
            title={nameOf(row.line)}
            today={today}
            control={control}
          />
        ),
        add: (control) => (
          <NewSheetLineForm
            checkpoint={chosen}
            choices={settings.lines
              .filter((line) => !hasEnded(line, today) && !sheet.some((each) => each.line === line.line))
              .map(({ line }) => ({ value: line, label: nameOf(line) }))}
            today={today}
            control={control}
          />
        ),
        ask: (row, control) =>
          row.figures ? (
            <EndQuestion
              id={`sheet/${checkpoint}/${row.line}`}
              name={nameOf(row.line)}
              figures={row.figures}
              today={today}
              control={control}
              onEnd={(to) =>
                saveSetting(() => call('keepSheetLine', { checkpoint, line: row.line, from: row.from, to }))
              }
            />
          ) : (
            <RemoveQuestion
              name={nameOf(row.line)}
              hint={t('settings.sheets.removeHint')}
              control={control}
              onRemove={() => saveSetting(() => call('removeSheetLine', { checkpoint, line: row.line }))}
            />
          ),
      }}
    />
  )
}

interface SheetLineFormProps {
  checkpoint: CheckpointSetting
  row: SheetLineSetting
  title: string
  today: string
  control: RecordControl
}

function SheetLineForm({ checkpoint: { checkpoint }, row, title, today, control }: SheetLineFormProps) {
  const saved = { from: dateText(row.from), to: dateText(row.to) }
  const form = useForm(`sheet/${checkpoint}/${row.line}`, saved, async (values) => {
    const read = createReader(today)
    const dates = { from: read.openDate('from', values.from), to: read.openDate('to', values.to) }
    return read.refused
      ? read.problems
      : saveSetting(() => call('keepSheetLine', { checkpoint, line: row.line, ...dates }))
  })
  return (
    <SettingForm title={title} code={row.line} figures={row.figures} form={form} control={control}>
      <FormDates form={form} />
    </SettingForm>
  )
}

interface NewSheetLineFormProps {
  checkpoint: CheckpointSetting
  choices: { value: string; label: string }[]
  today: string
  control: RecordControl
}

function NewSheetLineForm({ checkpoint: { checkpoint }, choices, today, control }: NewSheetLineFormProps) {
  const { t } = useWords()
  const offer = { line: choices[0]?.value ?? '', from: today, to: '' }
  const form = useForm(newKey('sheets'), offer, async (values) => {
    const read = createReader(today)
    const dates = { from: read.openDate('from', values.from), to: read.openDate('to', values.to) }
    if (values.line === '') read.problems.whole = ({ t }) => t('settings.sheets.noMore')
    if (read.refused) return read.problems
    control.expectNew()
    return saveSetting(() => call('keepSheetLine', { checkpoint, line: values.line, ...dates }))
  })
  return (
    <SettingForm title={t('settings.sheets.add')} form={form} control={control}>
      {choices.length === 0 ? (
        <p className="faint">{t('settings.sheets.noMore')}</p>
      ) : (
        <>
          <FormChoice form={form} field="line" label={t('sheet.line')} choices={choices} />
          <FormDates form={form} />
        </>
      )}
    </SettingForm>
  )
}
