import { call } from '../../../lib/client.ts'
import { keystrokeText } from '../../../lib/keystrokes.ts'
import { save } from '../../../lib/saving.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords } from '../../../lib/use-words.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { chooseKey } from './import-keys.ts'
import type { ImportState } from './import-state.ts'

/** No file yet: how to give one, and which mappings the book keeps. */
export function ChooseFile({ state, onChoose }: { state: ImportState; onChoose(): void }) {
  const { t, error } = useWords()
  const { output: saved } = useQuery('listMappings', {})
  const { failure, file } = state
  return (
    <div className="import-choose">
      <h1>{t('importing.title')}</h1>
      <p>{t('importing.lead')}</p>
      {failure && (
        <p className="bad" role="alert">
          {typeof failure.details.file === 'string'
            ? t('importing.aboutFile', { file: baseName(failure.details.file), what: error(failure) })
            : error(failure)}
        </p>
      )}
      {file ? (
        <p role="status">{t('importing.opening', { file: file.name })}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noAutofocus: it is the only thing to begin with here */}
          <button type="button" className="primary" autoFocus onClick={onChoose}>
            {t('importing.choose')} <KeyHint>{keystrokeText(chooseKey)}</KeyHint>
          </button>
          <p className="faint">{t('importing.drop')}</p>
        </>
      )}
      {saved && saved.length > 0 && (
        <section className="import-saved">
          <h3>{t('importing.savedMappings')}</h3>
          <ul>
            {saved.map(({ name }) => (
              <li key={name}>
                <span>{name}</span>
                <button
                  type="button"
                  aria-label={t('importing.removeMapping', { name })}
                  onClick={() => void save(() => call('removeMapping', { name }))}
                >
                  {t('importing.remove')}
                </button>
              </li>
            ))}
          </ul>
          <p className="faint">{t('importing.savedHint')}</p>
        </section>
      )}
    </div>
  )
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
