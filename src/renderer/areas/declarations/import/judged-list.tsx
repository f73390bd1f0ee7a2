import type { DeclarationsPreview } from '../../../../shared/contract/declarations-import.ts'
import type { Texts } from '../../../../shared/languages/index.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'

/** What a check found, as lists. */
export const judgedLists = ['new', 'changed', 'refused', 'warnings'] as const
export type JudgedListName = (typeof judgedLists)[number]

/** How many a list has in the whole file. */
export function sizeOf(preview: DeclarationsPreview, list: JudgedListName): number {
  if (list === 'refused') return preview.refusedCells
  return list === 'warnings' ? preview.warningCells : preview[list]
}

/** One list of a finished check: declarations that are new or changed, or cells that are refused or worth a look. */
export function JudgedList({ preview, list }: { preview: DeclarationsPreview; list: JudgedListName }) {
  const words = useWords()
  const { t, number, error } = words
  const isCells = list === 'refused' || list === 'warnings'
  const cells = isCells ? preview[list] : []
  const found = isCells ? [] : preview.listed.filter(({ outcome }) => outcome === list)
  const shown = cells.length + found.length
  const heads = isCells
    ? [t('importing.rowNumber'), t('importing.column'), t('importing.reason')]
    : [
        t('importing.rowNumber'),
        t('declarationsImport.number'),
        t('declarationsImport.items'),
        ...(list === 'changed' ? [t('declarationsImport.changes')] : []),
      ]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keys
    <div className="import-rows" tabIndex={0}>
      <table
        className="import-list"
        aria-label={t(`declarationsImport.lists.${list}`, { number: number(sizeOf(preview, list)) })}
      >
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((cell, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell can be refused twice in the same words
            <tr key={at}>
              <td>{number(cell.row)}</td>
              <td>{cell.column}</td>
              <td className={list === 'refused' ? 'bad' : 'warns'}>{error(cell)}</td>
            </tr>
          ))}
          {found.map(({ row, number: name, items, changes }) => (
            <tr key={row}>
              <td>{number(row)}</td>
              <td>
                <b>{name}</b>
              </td>
              <td>{number(items)}</td>
              {list === 'changed' && <td>{changes.map((change) => changeName(change, words)).join(', ')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {shown < sizeOf(preview, list) && (
        <p className="faint">{t('declarationsImport.firstOnly', { number: number(shown) })}</p>
      )}
    </div>
  )
}

type Field = keyof Texts['trade']['fields']

/** What of a declaration the file says otherwise. */
function changeName(change: string, { t }: Words): string {
  return change === 'events' ? t('declarationsImport.events') : t(`trade.fields.${change as Field}`)
}
