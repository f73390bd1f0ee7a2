import { useEffect, useRef, useState } from 'react'
import type { OutputOf } from '../../../../shared/contract/index.ts'
import type { TariffPreview } from '../../../../shared/contract/tariff.ts'
import type { ErrorReport } from '../../../../shared/errors.ts'
import { languageNames, languageOrder } from '../../../../shared/languages/names.ts'
import type { TariffMapping } from '../../../../shared/tariff/tariff-mapping.ts'
import type { Language } from '../../../../shared/words.ts'
import { bridge } from '../../../lib/bridge.ts'
import { call } from '../../../lib/client.ts'
import { parseTypedDate } from '../../../lib/days.ts'
import { shortened } from '../../../lib/shortened.ts'
import { useSettled } from '../../../lib/use-settled.ts'
import { useWords } from '../../../lib/use-words.ts'
import { ChoiceField, TextField } from '../../../ui/form/fields.tsx'
import { isComposing } from '../../../ui/grid/grid-keys.ts'
import type { RecordControl } from '../records.tsx'
import { problemsOf } from '../save-setting.ts'
import { TariffOutcome } from './tariff-outcome.tsx'

type Guess = OutputOf<'guessTariff'>
interface Chosen {
  name: string
  path: string
  guess: Guess
}

const noColumn = ''
/** Long enough for somebody who goes through a list of choices by its keys. */
const choiceSettlesMs = 300

/** Takes a tariff from a file: its columns as guessed and corrected, every line judged before one is written. */
export function TariffImport({ control }: { control: RecordControl }) {
  const words = useWords()
  const { t } = words
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [mapping, setMapping] = useState<TariffMapping | null>(null)
  const [fromText, setFromText] = useState('')
  const [news, setNews] = useState<{ text: string; bad: boolean } | null>(null)
  const [isWriting, setIsWriting] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const from = fromText.trim() === '' ? null : parseTypedDate(fromText, '2000-01-01')
  const isDateWrong = fromText.trim() !== '' && from === null
  const asked = useSettled(mapping, choiceSettlesMs)
  const { preview, failure } = usePreview(chosen?.path ?? null, asked, isDateWrong ? undefined : from)

  const refuse = (error: ErrorReport): void => {
    const [say] = Object.values(problemsOf(error))
    if (say) setNews({ text: say(words), bad: true })
  }

  async function open(file: File | undefined): Promise<void> {
    if (!file) return
    setNews(null)
    setChosen(null)
    setMapping(null)
    const path = await bridge.fileFor(file)
    if (!path.ok) return refuse(path.error)
    const guess = await call('guessTariff', { file: path.output }).catch(() => null)
    if (!guess) return
    if (!guess.ok) return refuse(guess.error)
    setChosen({ name: file.name, path: path.output, guess: guess.output })
    setMapping(guess.output.mapping)
    if (guess.output.mapping === null) setNews({ text: t('settings.tariff.noColumns'), bad: true })
  }

  async function write(): Promise<void> {
    if (!chosen || !mapping || isWriting) return
    setIsWriting(true)
    control.expectNew()
    const input = { file: chosen.path, mapping, ...(from !== null && { from }) }
    const answer = await call('importTariff', input).catch(() => null)
    setIsWriting(false)
    if (!answer) return
    if (answer.ok) control.done()
    else refuse(answer.error)
  }

  const column = (value: string | number | undefined): string =>
    value === undefined ? noColumn : String(value)
  const columns = (chosen?.guess.headings ?? []).map((heading) => ({ value: heading, label: heading }))
  const some = [{ value: noColumn, label: t('settings.tariff.noColumn') }, ...columns]
  const isSound = preview !== null && preview.refusedCells === 0
  return (
    <section
      className="setting tariff-import"
      aria-label={t('settings.tariff.add')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return
        event.preventDefault()
        control.done()
      }}
    >
      <h2>{chosen?.name ?? t('settings.tariff.add')}</h2>
      <p className="answers">
        <button type="button" onClick={() => chooser.current?.click()}>
          {t(chosen ? 'settings.tariff.chooseOther' : 'settings.tariff.choose')}
        </button>
      </p>
      {!chosen && <p className="faint">{t('settings.tariff.hint')}</p>}
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.xlsx"
        aria-label={t('settings.tariff.choose')}
        onChange={(event) => {
          void open(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      {chosen && mapping && (
        <div className="edit-form">
          <ChoiceField
            label={t('trade.fields.hsCode')}
            value={column(mapping.code.column)}
            choices={columns}
            onChange={(value) => setMapping({ ...mapping, code: { ...mapping.code, column: value } })}
          />
          {languageOrder.map((language) => (
            <ChoiceField
              key={language}
              inRow
              label={languageNames[language]}
              value={column(mapping.texts[language])}
              choices={some}
              onChange={(value) =>
                setMapping({ ...mapping, texts: withText(mapping.texts, language, value) })
              }
            />
          ))}
          <ChoiceField
            label={t('trade.fields.unit')}
            value={column(mapping.units?.column)}
            choices={some}
            onChange={(value) => {
              const { units, ...rest } = mapping
              setMapping(
                value === noColumn ? rest : { ...rest, units: { words: {}, ...units, column: value } },
              )
            }}
          />
          <TextField
            label={t('settings.from')}
            placeholder={mapping.holdsFrom ?? t('settings.always')}
            value={fromText}
            problem={isDateWrong ? t('sheet.dateRefused', { text: shortened(fromText) }) : null}
            onChange={setFromText}
          />
        </div>
      )}
      {failure && (
        <p className="bad" role="alert">
          {words.error(failure)}
        </p>
      )}
      {news && (
        <p className={news.bad ? 'bad' : 'good'} role={news.bad ? 'alert' : 'status'}>
          {news.text}
        </p>
      )}
      {mapping && !preview && !failure && !isDateWrong && (
        <p className="faint" role="status">
          {t('settings.tariff.checking')}
        </p>
      )}
      {preview && <TariffOutcome preview={preview} />}
      {isSound && (
        <p className="answers">
          <button type="button" disabled={isWriting} onClick={() => void write()}>
            {t(isWriting ? 'settings.tariff.writing' : 'settings.tariff.write')}
          </button>
        </p>
      )}
    </section>
  )
}

function withText(texts: TariffMapping['texts'], language: Language, column: string): TariffMapping['texts'] {
  const { [language]: _, ...others } = texts
  return column === noColumn ? others : { ...others, [language]: column }
}

/** What a file would bring, judged anew for each mapping. @param from undefined while the date cannot be read */
function usePreview(
  file: string | null,
  mapping: TariffMapping | null,
  from: string | null | undefined,
): { preview: TariffPreview | null; failure: ErrorReport | null } {
  const [judged, setJudged] = useState<{ preview: TariffPreview | null; failure: ErrorReport | null }>(
    nothing,
  )
  useEffect(() => {
    setJudged(nothing)
    if (file === null || mapping === null || from === undefined) return
    const job = crypto.randomUUID()
    let isWanted = true
    void call('previewTariff', { job, file, mapping, ...(from !== null && { from }) })
      .then((answer) => {
        if (!isWanted) return
        setJudged(
          answer.ok ? { preview: answer.output, failure: null } : { preview: null, failure: answer.error },
        )
      })
      .catch(() => {})
    return () => {
      isWanted = false
      void call('cancelImport', { job }).catch(() => {})
    }
  }, [file, mapping, from])
  return judged
}

const nothing = { preview: null, failure: null }
