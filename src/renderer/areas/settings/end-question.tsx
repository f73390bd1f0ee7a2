import { useState } from 'react'
import type { Figures } from '../../../shared/contract/settings.ts'
import { formatDate } from '../../../shared/format.ts'
import { useWords } from '../../lib/use-words.ts'
import { isComposing } from '../../ui/grid/grid-keys.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import type { Problems } from './drafts.ts'
import { newKey, useForm } from './drafts.ts'
import { FormText } from './form-fields.tsx'
import type { RecordControl } from './records.tsx'
import { SettingForm } from './setting-form.tsx'
import { createReader } from './typed-values.ts'

interface EndQuestionProps {
  /** Of the thing, for the key of its field. */
  id: string
  name: string
  figures: NonNullable<Figures>
  today: string
  control: RecordControl
  onEnd(to: string): Promise<Problems | null>
}

/** What has figures is never removed: asks for its last day instead. */
export function EndQuestion({ id, name, figures, today, control, onEnd }: EndQuestionProps) {
  const { t, language } = useWords()
  const offer = { to: figures.last > today ? figures.last : today }
  const form = useForm(newKey(`end/${id}`), offer, async ({ to: text }) => {
    const read = createReader(today)
    const to = read.date('to', text)
    return read.refused ? read.problems : onEnd(to)
  })
  return (
    <SettingForm title={t('settings.end.title', { name })} form={form} control={control}>
      <p>
        {t('settings.end.figures', {
          from: formatDate(figures.first, language),
          to: formatDate(figures.last, language),
        })}
      </p>
      <FormText form={form} field="to" label={t('settings.end.to')} />
      <p>
        <KeyHint>{t('keys.enter')}</KeyHint> {t('settings.does.end')} · <KeyHint>{t('keys.escape')}</KeyHint>{' '}
        {t('settings.keep')}
      </p>
    </SettingForm>
  )
}

interface RemoveQuestionProps {
  name: string
  /** What removing it means. */
  hint?: string | undefined
  control: RecordControl
  onRemove(): Promise<Problems | null>
}

/** What nothing rests on is removed by one key. */
export function RemoveQuestion({ name, hint, control, onRemove }: RemoveQuestionProps) {
  const words = useWords()
  const { t } = words
  const [problem, setProblem] = useState<string | null>(null)

  async function remove(): Promise<void> {
    const [say] = Object.values((await onRemove()) ?? {})
    if (say) setProblem(say(words))
    else control.done()
  }

  return (
    <section
      className="setting question"
      role="alertdialog"
      aria-label={t('settings.end.removeTitle', { name })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return
        event.preventDefault()
        control.done()
      }}
    >
      <b>{t('settings.end.removeTitle', { name })}</b>
      {hint && <p>{hint}</p>}
      {problem && (
        <p className="bad" role="alert">
          {problem}
        </p>
      )}
      <p className="answers">
        <button type="button" onClick={() => void remove()}>
          {t('settings.end.remove')} <KeyHint>{t('keys.enter')}</KeyHint>
        </button>
        <button type="button" onClick={control.done}>
          {t('settings.keep')} <KeyHint>{t('keys.escape')}</KeyHint>
        </button>
      </p>
    </section>
  )
}
