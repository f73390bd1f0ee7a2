import type { ReactNode } from 'react'
import type { Figures } from '../../../shared/contract/settings.ts'
import { formatDate } from '../../../shared/format.ts'
import { useWords } from '../../lib/use-words.ts'
import { EditForm } from '../../ui/form/edit-form.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import type { Form } from './drafts.ts'
import type { RecordControl } from './records.tsx'

interface SettingFormProps {
  title: string
  /** How files name it. */
  code?: string
  /** From when to when it has figures; undefined where it cannot have any. */
  figures?: Figures | undefined
  form: Pick<Form<object>, 'enter' | 'leave' | 'takeBack' | 'problems'>
  control: RecordControl
  children: ReactNode
}

/** The fields of a setting under their title, with what is refused of the whole, and the question that a refusal can be. */
export function SettingForm({ title, code, figures, form, control, children }: SettingFormProps) {
  const words = useWords()
  const { t, language } = words
  const { whole, confirm } = form.problems
  return (
    <section className="setting">
      <h2>
        {title} {code !== undefined && <em>{code}</em>}
      </h2>
      <EditForm
        label={title}
        onEnter={form.enter}
        onLeave={form.leave}
        onDone={control.done}
        onTakeBack={() => {
          form.takeBack()
          control.done()
        }}
      >
        {children}
        {whole && (
          <p className="bad" role="alert">
            {whole(words)}
          </p>
        )}
        {confirm && (
          <div className="question" role="alert">
            <b>{confirm(words)}</b>
            <p>
              <KeyHint>{t('keys.enter')}</KeyHint> {t('settings.closeAnyway')} ·{' '}
              <KeyHint>{t('keys.escape')}</KeyHint> {t('settings.keep')}
            </p>
          </div>
        )}
      </EditForm>
      {figures && (
        <p className="faint">
          {t('settings.hasFigures', {
            from: formatDate(figures.first, language),
            to: formatDate(figures.last, language),
          })}
        </p>
      )}
    </section>
  )
}
