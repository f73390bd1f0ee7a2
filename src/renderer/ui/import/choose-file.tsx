import type { ErrorReport } from '../../../shared/errors.ts'
import { keystrokeText } from '../../lib/keystrokes.ts'
import { useWords } from '../../lib/use-words.ts'
import { KeyHint } from '../key-hint.tsx'
import { chooseKey } from './import-keys.ts'

interface ChooseFileProps {
  title: string
  lead: string
  /** The file that is being opened, and why one could not be. */
  file: { name: string } | null
  failure: ErrorReport | null
  onChoose(): void
  /** Names of the mappings that the book keeps for such files. */
  saved: readonly string[]
  onRemove(name: string): void
}

/** No file yet: how to give one, and which mappings the book keeps. */
export function ChooseFile({ title, lead, file, failure, onChoose, saved, onRemove }: ChooseFileProps) {
  const { t, error } = useWords()
  return (
    <div className="import-choose">
      <h1>{title}</h1>
      <p>{lead}</p>
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
      {saved.length > 0 && (
        <section className="import-saved">
          <h3>{t('importing.savedMappings')}</h3>
          <ul>
            {saved.map((name) => (
              <li key={name}>
                <span>{name}</span>
                <button
                  type="button"
                  aria-label={t('importing.removeMapping', { name })}
                  onClick={() => onRemove(name)}
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
