import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type {
  CountedDeclarations,
  CountedPlace,
  TradeReport,
} from '../../../../shared/contract/trade-report.ts'
import { inputBehind } from '../../../../shared/report/numbers-behind.ts'
import { type Behind, behindPage } from '../../../../shared/report/trade-page.ts'
import type { Language } from '../../../../shared/words.ts'
import { call } from '../../../lib/client.ts'
import { useCommands } from '../../../lib/commands.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useWords, type Words } from '../../../lib/use-words.ts'
import { ExportButtons } from '../../../ui/export/export-buttons.tsx'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { focusRecord, RecordTable } from '../../../ui/record-table.tsx'
import { usePaperFoot } from '../use-paper-foot.ts'
import { behindColumns } from './behind-columns.ts'
import { behindFileName } from './export-trade.ts'
import { chooseTrade } from './trade-choice.ts'

const rowsAtOnce = 200

interface BehindPageProps {
  report: TradeReport
  behind: Behind
  /** Shows a declaration itself. */
  onDeclaration(id: string, language: Language): void
}

/** The declarations that a number of the trade report is the sum of. */
export function BehindPage({ report, behind, onDeclaration }: BehindPageProps) {
  const words = useWords()
  const { t, language, error } = words
  const [offset, setOffset] = useState(0)
  const [active, setActive] = useState<string | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const input = inputBehind(report, behind)
  const { output, error: problem } = useQuery(
    'readCountedDeclarations',
    input && { ...input, offset, limit: rowsAtOnce },
  )
  const all = output?.total.declarations ?? 0
  const isRead = output !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cursor stands on the first row of every page
  useEffect(() => focusRecord(table.current), [isRead, offset])
  const back = () => chooseTrade({ behind: null })
  function turn(way: 1 | -1): void {
    const next = offset + way * rowsAtOnce
    if (next < 0 || next >= all) return
    setActive(null)
    setOffset(next)
  }
  function open(): void {
    const row = output?.rows.find(({ declaration }) => declaration === active) ?? output?.rows[0]
    if (row) onDeclaration(row.declaration, language)
  }
  useCommands(() => [
    {
      id: 'report.back',
      scope: 'screen',
      keys: ['Escape'],
      words: ({ t: say }) => say('tradeReport.page.behind.back'),
      run: back,
    },
    {
      id: 'report.print',
      scope: 'screen',
      keys: ['Ctrl+KeyP'],
      words: ({ t: say }) => say('report.print'),
      run: () => window.print(),
    },
    {
      id: 'report.pageBefore',
      scope: 'screen',
      keys: ['PageUp'],
      words: ({ t: say }) => say('tradeReport.page.behind.before'),
      run: () => turn(-1),
    },
    {
      id: 'report.pageAfter',
      scope: 'screen',
      keys: ['PageDown'],
      words: ({ t: say }) => say('tradeReport.page.behind.next'),
      run: () => turn(1),
    },
  ])
  return (
    <>
      <header className="top wide">
        <button type="button" className="quiet" onClick={back}>
          {t('tradeReport.page.behind.back')} <KeyHint>Esc</KeyHint>
        </button>
        <span className="spring" />
        {all > rowsAtOnce && <Pager offset={offset} all={all} words={words} onTurn={turn} />}
        {input && output && (
          <span className="report-outputs">
            <ExportButtons<CountedPlace>
              table={{
                asText: (after) => call('writeCountedPart', { ...input, language, after }),
                asCells: (after) => call('readCountedPart', { ...input, language, after }),
              }}
              file={behindFileName(report, behind, output, language)}
            />
          </span>
        )}
      </header>
      <main className="main wide" aria-busy={!output && !problem}>
        {output && (
          <BehindPaper report={report} behind={behind} output={output} offset={offset}>
            <RecordTable
              ref={table}
              label={t('tradeReport.page.behind.label')}
              columns={behindColumns(output.weight, words)}
              rows={output.rows}
              idOf={({ declaration }) => declaration}
              active={active}
              onActive={setActive}
              onEdit={open}
              empty={t('tradeReport.page.nothing')}
            />
          </BehindPaper>
        )}
        {problem && (
          <p className="bad" role="alert">
            {error(problem)}
          </p>
        )}
        {!output && !problem && <p className="faint">{t('tradeReport.page.loading')}</p>}
      </main>
    </>
  )
}

interface BehindPaperProps {
  report: TradeReport
  behind: Behind
  output: CountedDeclarations
  /** The first of the declarations that are shown. */
  offset: number
  children: ReactNode
}

function BehindPaper({ report, behind, output, offset, children }: BehindPaperProps) {
  const words = useWords()
  const { t, language } = words
  const page = useMemo(() => behindPage(report, behind, output, language), [report, behind, output, language])
  usePaperFoot(page)
  return (
    <article className="paper behind" aria-label={page.title}>
      <header>
        <h1>{page.title}</h1>
        <p className="paper-period">
          <b>{page.period}</b> {page.place}
        </p>
        {page.sample !== null && <p className="paper-sample">{page.sample}</p>}
      </header>
      <p className="sums">
        {page.sums}
        {output.total.declarations > rowsAtOnce && (
          <small className="sums-shown">{shownWords(offset, output.total.declarations, words)}</small>
        )}
      </p>
      {children}
      <section className="paper-notes">
        <p>{t('tradeReport.statement.basis')}</p>
      </section>
    </article>
  )
}

/** Which of them are shown: 1–200 of 501. */
const shownWords = (offset: number, all: number, { t, number }: Words): string =>
  t('tradeReport.page.behind.shown', {
    from: number(offset + 1),
    to: number(Math.min(all, offset + rowsAtOnce)),
    all: number(all),
  })

interface PagerProps {
  offset: number
  all: number
  words: Words
  onTurn(way: 1 | -1): void
}

function Pager({ offset, all, words, onTurn }: PagerProps) {
  const { t } = words
  const button = (way: 1 | -1, label: string, sign: string, disabled: boolean) => (
    <button type="button" aria-label={label} title={label} disabled={disabled} onClick={() => onTurn(way)}>
      {sign}
    </button>
  )
  return (
    <div className="pager">
      {button(-1, t('tradeReport.page.behind.before'), '‹', offset === 0)}
      <span>{shownWords(offset, all, words)}</span>
      {button(1, t('tradeReport.page.behind.next'), '›', offset + rowsAtOnce >= all)}
    </div>
  )
}
