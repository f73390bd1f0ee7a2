import { type SubmitEvent, useState } from 'react'
import type { DeskState } from '../../shared/contract/desk.ts'
import type { ErrorReport } from '../../shared/errors.ts'
import { formatDate } from '../../shared/format.ts'
import { languageNames, languageOrder } from '../../shared/languages/index.ts'
import { call } from '../lib/client.ts'
import { switchLanguage } from '../lib/i18n.ts'
import { useWords } from '../lib/use-words.ts'
import { Segments } from '../ui/segments.tsx'

/** What the new book begins with. */
type Figures = 'empty' | 'sample'

interface FirstStartProps {
  ports: DeskState['ports']
  onStarted(): void
}

/** No book yet: a language, a port, an empty book or the port's sample, and the first sheet is one key away. */
export function FirstStart({ ports, onStarted }: FirstStartProps) {
  const { t, language, name, error } = useWords()
  const [port, setPort] = useState(ports[0]?.code ?? '')
  const [figures, setFigures] = useState<Figures>('empty')
  const [starting, setStarting] = useState(false)
  const [failure, setFailure] = useState<ErrorReport | null>(null)

  const sample = ports.find(({ code }) => code === port)?.sample ?? null
  const operation = sample && figures === 'sample' ? 'startSample' : 'startBook'

  async function start(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (starting) return
    setStarting(true)
    setFailure(null)
    try {
      const answer = await call(operation, { port })
      if (answer.ok) onStarted()
      else setFailure(answer.error)
    } catch {
      setFailure({ code: 'host-gone', details: {} })
    }
    setStarting(false)
  }

  return (
    <main className="alone">
      <form onSubmit={start}>
        <h1>{t('start.title')}</h1>
        <p>{t('start.lead')}</p>
        <h2>{t('start.language')}</h2>
        <Segments
          autoFocus
          label={t('start.language')}
          value={language}
          choices={languageOrder.map((value) => ({ value, label: languageNames[value] }))}
          onChoose={switchLanguage}
        />
        <h2>{t('start.port')}</h2>
        <Segments
          className="upright"
          label={t('start.port')}
          value={port}
          choices={ports.map(({ code, names }) => ({ value: code, label: name(names) }))}
          onChoose={setPort}
        />
        <p className="faint">{t('start.portHint')}</p>
        {sample && (
          <>
            <h2>{t('start.figures')}</h2>
            <Segments<Figures>
              className="upright"
              label={t('start.figures')}
              value={figures}
              choices={[
                { value: 'empty', label: t('start.empty') },
                { value: 'sample', label: t('start.sample') },
              ]}
              onChoose={setFigures}
            />
            <p className="faint" hidden={figures !== 'sample'}>
              {t('start.sampleHint', {
                from: formatDate(sample.from, language),
                to: formatDate(sample.to, language),
              })}
            </p>
          </>
        )}
        {failure && (
          <p className="bad" role="alert">
            {error(failure)}
          </p>
        )}
        <button type="submit" className="primary" disabled={starting || port === ''}>
          {starting ? t('start.starting') : t('start.start')} <kbd>{t('keys.enter')}</kbd>
        </button>
      </form>
    </main>
  )
}
