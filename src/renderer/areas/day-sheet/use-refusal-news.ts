import { useStore } from '../../lib/store.ts'
import { useWords } from '../../lib/use-words.ts'
import { targetKey } from './cell-target.ts'
import { columnWords, problemWords, rowWords } from './cell-words.ts'
import type { SheetRow } from './sheet-rows.ts'
import type { ShownSheet } from './sheet-source.ts'
import { cellEdits } from './sheet-state.ts'

/** What was refused on this sheet, in one text for screen readers; empty where nothing is. */
export function useRefusalNews(rows: readonly SheetRow[], { sheet }: ShownSheet): string {
  const words = useWords()
  const edits = useStore(cellEdits.all)
  const news: string[] = []
  for (const row of rows) {
    if (row.kind === 'sum') continue
    for (const cell of row.cells) {
      const edit = cell && edits.get(targetKey(cell.target))
      if (!cell || edit?.phase !== 'refused' || !edit.problem) continue
      news.push(
        words.t('refusals.announced', {
          line: rowWords(words, row),
          column: columnWords(words, cell.column, sheet.columns),
          message: problemWords(words, edit.problem),
        }),
      )
    }
  }
  return news.join('\n')
}
