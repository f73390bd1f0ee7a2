import { useWords } from '../lib/use-words.ts'

/** The areas of the program. */
export function Rail() {
  const { t } = useWords()
  return (
    <nav className="rail" aria-label={t('app.areas')}>
      <div className="brand">
        <i aria-hidden="true" />
        {t('app.name')}
      </div>
      <span className="area" aria-current="page">
        {t('app.daySheet')}
      </span>
    </nav>
  )
}
