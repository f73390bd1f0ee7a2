import type { TariffPreview } from '../../../../shared/contract/tariff.ts'
import { formatDate } from '../../../../shared/format.ts'
import { useWords } from '../../../lib/use-words.ts'

const mostShown = 20

/** What a file would bring, line by line where something is refused. */
export function TariffOutcome({ preview }: { preview: TariffPreview }) {
  const { t, number, language, error } = useWords()
  const { replaces, refused, refusedCells, skipped, skippedRows, unknownUnits, differences } = preview
  const facts = (['lines', 'new', 'changed', 'same', 'gone'] as const).filter(
    (each) => each === 'lines' || preview[each] > 0,
  )
  return (
    <div className="tariff-outcome">
      <dl>
        <div>
          <dt>{t('settings.tariff.rows')}</dt>
          <dd>{number(preview.rows)}</dd>
        </div>
        {facts.map((each) => (
          <div key={each}>
            <dt>{t(`settings.tariff.outcome.${each}`)}</dt>
            <dd>{number(preview[each])}</dd>
          </div>
        ))}
        {preview.levels.map(({ digits, lines }) => (
          <div key={digits}>
            <dt className="faint">{t('settings.tariff.level', { digits: number(digits) })}</dt>
            <dd className="faint">{number(lines)}</dd>
          </div>
        ))}
      </dl>
      {replaces && (
        <p className="warned">
          {t('settings.tariff.replaces', {
            file: replaces.file,
            date: replaces.from === '0001-01-01' ? t('settings.always') : formatDate(replaces.from, language),
          })}
        </p>
      )}
      {skippedRows > 0 && (
        <Lines
          title={t('settings.tariff.skipped', { number: number(skippedRows) })}
          lines={skipped.map(({ row, text }) => t('settings.tariff.skippedRow', { row: number(row), text }))}
        />
      )}
      {unknownUnits.length > 0 && (
        <Lines
          title={t('settings.tariff.unknownUnits')}
          lines={unknownUnits.map(({ word, rows }) =>
            t('settings.tariff.unit', { word, rows: number(rows) }),
          )}
        />
      )}
      {differences.length > 0 && (
        <Lines
          title={t('settings.tariff.differences')}
          lines={differences.map(({ code, before, after }) => {
            const kind = before === null ? 'new' : after === null ? 'gone' : 'changed'
            return t('settings.tariff.difference', { code, kind: t(`settings.tariff.outcome.${kind}`) })
          })}
        />
      )}
      {refusedCells > 0 && (
        <div role="alert">
          <Lines
            bad
            title={t('settings.tariff.refused', { number: number(refusedCells) })}
            lines={refused.map(({ row, column, code, details }) =>
              t('settings.tariff.refusedRow', {
                row: number(row),
                column,
                reason: error({ code, details }),
              }),
            )}
          />
        </div>
      )}
    </div>
  )
}

function Lines({ title, lines, bad }: { title: string; lines: readonly string[]; bad?: boolean }) {
  const { t, number } = useWords()
  return (
    <>
      <h3 className={bad ? 'bad' : undefined}>{title}</h3>
      <ul>
        {lines.slice(0, mostShown).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {lines.length > mostShown && (
          <li className="faint">{t('settings.tariff.more', { number: number(lines.length - mostShown) })}</li>
        )}
      </ul>
    </>
  )
}
