import { useEffect, useRef, useState } from 'react'
import type { HolidayChanges } from '../../../shared/contract/calendar-settings.ts'
import type { Answer } from '../../../shared/errors.ts'
import { bridge } from '../../lib/bridge.ts'
import { call } from '../../lib/client.ts'
import { useQuery } from '../../lib/use-query.ts'
import { useWords } from '../../lib/use-words.ts'
import { focusFirstField } from '../../ui/form/edit-form.tsx'
import { isComposing } from '../../ui/grid/grid-keys.ts'
import { countryName } from './countries.ts'
import type { RecordControl } from './records.tsx'
import { problemsOf, saveSetting } from './save-setting.ts'

/** Takes a year's holidays from the files that come with the program, or from one of the user's own. */
export function LoadHolidays({ control }: { control: RecordControl }) {
  const words = useWords()
  const { t, number } = words
  const shipped = useQuery('listShippedHolidays', {}, 'desk').output
  const [news, setNews] = useState<{ text: string; bad: boolean } | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const panel = useRef<HTMLElement>(null)
  const isRead = shipped !== null
  useEffect(() => {
    if (isRead) focusFirstField(panel.current)
  }, [isRead])

  async function load(command: () => Promise<Answer<HolidayChanges>>): Promise<void> {
    let done: HolidayChanges | null = null
    const problems = await saveSetting(async () => {
      const answer = await command()
      if (answer.ok) done = answer.output
      return answer
    })
    const [say] = Object.values(problems ?? {})
    if (say) setNews({ text: say(words), bad: true })
    else if (done) setNews({ text: changeWords(done), bad: false })
  }

  function changeWords(changes: HolidayChanges): string {
    return t('settings.holidays.loaded', {
      country: countryName(words, changes.country),
      years: yearsText(changes.years),
      new: number(changes.new),
      same: number(changes.same),
      changed: number(changes.changed),
      removed: number(changes.removed),
    })
  }

  async function importFile(file: File | undefined): Promise<void> {
    if (!file) return
    const path = await bridge.fileFor(file)
    if (path.ok) return load(() => call('importHolidays', { file: path.output }))
    const [say] = Object.values(problemsOf(path.error))
    if (say) setNews({ text: say(words), bad: true })
  }

  return (
    <section
      ref={panel}
      className="setting"
      aria-label={t('settings.holidays.load')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event.nativeEvent)) return
        event.preventDefault()
        control.done()
      }}
    >
      <h2>{t('settings.holidays.load')}</h2>
      <p className="faint">{t('settings.holidays.loadHint')}</p>
      <div className="answers">
        {shipped?.map(({ country, years }) => (
          <div key={country}>
            <button type="button" onClick={() => void load(() => call('loadShippedHolidays', { country }))}>
              {t('settings.holidays.loadCountry', {
                country: countryName(words, country),
                years: yearsText(years.map(({ year }) => year)),
              })}
            </button>
            {years.some(({ certain }) => !certain) && (
              <p className="faint">
                {t('settings.holidays.uncertain', {
                  years: yearsText(years.filter(({ certain }) => !certain).map(({ year }) => year)),
                })}
              </p>
            )}
          </div>
        ))}
        {isRead && (
          <button type="button" onClick={() => chooser.current?.click()}>
            {t('settings.holidays.importFile')}
          </button>
        )}
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".json,application/json"
          aria-label={t('settings.holidays.importFile')}
          onChange={(event) => {
            void importFile(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      {news && (
        <p className={news.bad ? 'bad' : 'good'} role={news.bad ? 'alert' : 'status'}>
          {news.text}
        </p>
      )}
    </section>
  )
}

/** `2024–2026`, `2024, 2026`. */
function yearsText(years: readonly number[]): string {
  const sorted = [...years].sort((a, b) => a - b)
  const first = sorted[0]
  const last = sorted.at(-1)
  const isRun = first !== undefined && last !== undefined && last - first === sorted.length - 1
  return isRun && sorted.length > 2 ? `${first}–${last}` : sorted.join(', ')
}
