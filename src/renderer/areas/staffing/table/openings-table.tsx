import { Fragment, useMemo } from 'react'
import type { BoardWarning } from '../../../../shared/contract/staffing.ts'
import { useCommands } from '../../../lib/commands.ts'
import { useStore } from '../../../lib/store.ts'
import { useWords } from '../../../lib/use-words.ts'
import { RowGap } from '../../../ui/rows/use-drawn-rows.tsx'
import type { BoardNow } from '../board/board-actions.ts'
import { refusalWords } from '../board/board-words.ts'
import { boardSource } from '../board-source.ts'
import { warningWords } from '../panel/warning-words.ts'
import { OpeningCell } from './opening-cell.tsx'
import { tableKeys } from './table-keys.ts'
import { type RowFacts, rowsOf } from './table-rows.ts'
import { rowColumns } from './typed-rows.ts'
import { useOpeningsTable } from './use-openings-table.ts'
import '../typed-table.css'
import './openings.css'

interface OpeningsTableProps {
  now: BoardNow
  label: string
  warnings: readonly BoardWarning[]
}

/** Those that take typing, what is compared, and notes. */
const columns = rowColumns.length + 2

/** Openings, one on a line, typed as in the count grid; the last line is for a new one. */
export function OpeningsTable({ now, label, warnings }: OpeningsTableProps) {
  const words = useWords()
  const { t } = words
  const { board, openings, plan } = now
  const rows = useMemo(() => rowsOf(words, { board, openings, plan }), [words, board, openings, plan])
  const table = useOpeningsTable(rows, now)
  const byBook = useStore(boardSource.refusal)
  useCommands(() => tableKeys)

  const cells = (row: number, facts: RowFacts | null) =>
    rowColumns.map((name, column) => (
      <OpeningCell
        key={name}
        column={column}
        facts={facts}
        text={table.textIn({ row, column })}
        isActive={table.active.row === row && table.active.column === column}
        isRefused={table.refused?.line === table.lineAt(row) && table.refused.column === column}
        onActive={() => table.onActive({ row, column })}
        onType={(text) => table.onType({ row, column }, text)}
        onKeyDown={table.onKeyDown}
        onBlur={table.onBlur}
      />
    ))

  function note({ opening }: RowFacts) {
    const isByBook = byBook?.channel === opening.channel && byBook.minute === opening.startsMinute
    const refusal =
      table.refused?.line === opening.opening
        ? table.refused.text
        : isByBook
          ? refusalWords(words, board, byBook.error)
          : null
    if (refusal !== null) return <Refusal text={refusal} />
    const own = warnings.filter((each) => each.opening === opening.opening)
    return <span className="warned">{own.map((each) => warningWords(words, each)).join(' ')}</span>
  }

  return (
    <table
      className="typed-table openings"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: lines to type into are a grid
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 2}
      onPaste={table.onPaste}
    >
      <thead>
        <tr aria-rowindex={1}>
          {rowColumns.map((column) => (
            <th key={column} scope="col">
              {t(`openings.columns.${column}`)}
            </th>
          ))}
          <th scope="col">{t(`openings.compared.${plan}`)}</th>
          <th scope="col">{t('openings.columns.notes')}</th>
        </tr>
      </thead>
      <tbody ref={table.body}>
        {table.drawn.rows.map(({ place, gap }) => {
          const facts = rows[place]
          return (
            facts && (
              <Fragment key={facts.opening.opening}>
                <RowGap height={gap} columns={columns} />
                <tr data-place={place} aria-rowindex={place + 2}>
                  {cells(place, facts)}
                  <td className="faint">{facts.compared}</td>
                  <td>{note(facts)}</td>
                </tr>
              </Fragment>
            )
          )
        })}
        <RowGap height={table.drawn.after} columns={columns} />
        <tr className="new" aria-rowindex={rows.length + 2}>
          {cells(rows.length, null)}
          <td colSpan={2}>{table.refused?.line === null && <Refusal text={table.refused.text} />}</td>
        </tr>
      </tbody>
    </table>
  )
}

function Refusal({ text }: { text: string }) {
  return (
    <span className="bad" role="alert">
      {text}
    </span>
  )
}
