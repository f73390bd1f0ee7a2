import { writeXlsx } from 'hucre/xlsx'
import type { ShiftPlan } from '../../../../shared/contract/staffing-section.ts'
import { texts } from '../../../../shared/languages/index.ts'
import type { PageTable } from '../../../../shared/report/page-table.ts'
import { planPage } from '../../../../shared/report/plan-page.ts'
import type { Language } from '../../../../shared/words.ts'
import {
  bold,
  count,
  heading,
  type SheetLine,
  sheetName,
  sheetOf,
  tableLines,
  text,
  title,
} from '../report-xlsx.ts'
import { planTable } from './plan-table.ts'

/** The plan of a shift as a workbook: a sheet as it is printed, and one with every figure in a cell of its own. */
export function planXlsx(plan: ShiftPlan, language: Language): Promise<Uint8Array> {
  const words = texts[language].staffingReport.plan
  const names = new Set<string>()
  const page = planPage(plan, language)
  const part = (label: string, table: PageTable | null, said: string | null): SheetLine[] => [
    [text(label, bold)],
    ...(said === null ? [] : [[text(said)]]),
    ...(table === null ? [[]] : tableLines(table)),
  ]
  const { headings, rows } = planTable(plan, language)
  return writeXlsx({
    sheets: [
      sheetOf(
        sheetName(words.kind, names),
        [
          ...title(page, page.place),
          [],
          ...part(words.channels, page.channels, page.channels === null ? page.none : null),
          ...(page.gap === null ? [] : [[text(page.gap, bold)], []]),
          ...(page.enough === null ? [] : [[text(page.enough)], []]),
          ...part(words.expected, page.expected, page.expectedSaid),
          ...(page.needs === null ? [] : part(words.needs, page.needs, page.needsSaid)),
        ],
        [30, 16, 18, 24, 12, 12],
      ),
      sheetOf(
        sheetName(words.figures, names),
        [
          ...title(page, page.place),
          headings.map((name) => text(name, heading)),
          ...rows.map((row) =>
            row.map((cell) => (typeof cell === 'number' ? { value: cell, style: count } : text(cell))),
          ),
        ],
        [24, 24, 12, 24, 12, 10, 10, 20, 12, 12, 12, 12, 12, 60],
      ),
    ],
  })
}
