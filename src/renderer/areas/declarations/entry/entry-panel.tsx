import type { OutputOf } from '../../../../shared/contract/index.ts'
import type { CodeState } from '../../../../shared/contract/tariff.ts'
import { formatDate } from '../../../../shared/format.ts'
import { nameIn } from '../../../../shared/languages/names.ts'
import { isHsCode } from '../../../../shared/tariff/hs-code.ts'
import { minorDigits } from '../../../../shared/trade/currencies.ts'
import { formatExact } from '../../../../shared/trade/format-exact.ts'
import { call } from '../../../lib/client.ts'
import { useCommands } from '../../../lib/commands.ts'
import { keystrokeText } from '../../../lib/keystrokes.ts'
import { useQuery } from '../../../lib/use-query.ts'
import { useSettled } from '../../../lib/use-settled.ts'
import { useWords } from '../../../lib/use-words.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { KeyList } from '../../../ui/key-list.tsx'
import { stateWords, tonnesWords, windowWords } from '../expected/expected-words.ts'
import type { CellMark } from './entry-marks.ts'
import type { Entry } from './entry-state.ts'
import { roman } from './suggestions.ts'
import type { ReadDeclaration } from './typed-declaration.ts'

interface EntryPanelProps {
  entry: Entry
  read: ReadDeclaration
  /** The field in focus, such as `items.2.netGrams`. */
  field: string
  marks: ReadonlyMap<string, CellMark>
}

const cursorStaysMs = 150
/** More are only counted: a block pasted without its weights lacks thousands. */
const mostMissing = 20

/** What one needs to judge the field in focus: totals against the header, what the code is, what is still missing, what happened. */
export function EntryPanel({ entry, read, field, marks }: EntryPanelProps) {
  const { t, number } = useWords()
  const row = field.startsWith('items.') ? entry.typed.items[Number(field.split('.')[1])] : undefined
  const mark = marks.get(field)
  // The marks begin with the last, so that the first of two on one field is the one that is kept.
  const open = [...marks.values()].filter(({ weight }) => weight === 'missing').toReversed()
  return (
    <aside className="side entry-panel" aria-label={t('declarations.panel')}>
      {/* What is only noted about a code stands with the code itself. */}
      {mark && mark.weight !== 'notes' && (
        <p className={mark.weight === 'stops' ? 'bad' : 'warned'} role="status">
          {mark.text}
        </p>
      )}
      <Sums read={read} />
      {row && /\d{2}/.test(row.hsCode.normalize('NFKC')) && (
        <CodeFacts code={row.hsCode} date={read.record.date} />
      )}
      {open.length > 0 && (
        <section>
          <h3>{t('declarations.missing')}</h3>
          <ul>
            {open.slice(0, mostMissing).map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
            {open.length > mostMissing && (
              <li className="faint">
                {t('report.moreFlags', { number: number(open.length - mostMissing) })}
              </li>
            )}
          </ul>
        </section>
      )}
      <ExpectedHere entry={entry} />
      <History entry={entry} />
      <KeyList
        title={t('panel.keys')}
        keys={(['next', 'list', 'paste', 'removeRow', 'tonnes'] as const).map((id) => ({
          id,
          key: t(`declarations.keys.${id}.key`),
          does: t(`declarations.keys.${id}.does`),
        }))}
      />
    </aside>
  )
}

/** Sums of the items beside the header, as they are typed. */
function Sums({ read: { record } }: { read: ReadDeclaration }) {
  const { t, language, number } = useWords()
  const net = record.items.reduce((sum, item) => sum + (item.netGrams ?? 0), 0)
  const value = record.items.reduce((sum, item) => sum + (item.valueMinor ?? 0), 0)
  const weighed = record.vehicles.reduce((sum, vehicle) => sum + (vehicle.weighbridgeGrams ?? 0), 0)
  const kilograms = (grams: number) => `${formatExact(grams, 3, language)} ${t('trade.units.kg')}`
  const digits = minorDigits(record.currency ?? '')
  const exceeds = record.grossGrams !== null && net > record.grossGrams
  return (
    <dl className="entry-sums" aria-label={t('declarations.sums')}>
      <div data-exceeds={exceeds || undefined}>
        <dt>{t('declarations.netSum', { number: number(record.items.length) })}</dt>
        <dd>{kilograms(net)}</dd>
      </div>
      <div>
        <dt>{t('declarations.grossHeader')}</dt>
        <dd>{record.grossGrams === null ? '–' : kilograms(record.grossGrams)}</dd>
      </div>
      {record.grossGrams !== null && (
        <div data-exceeds={exceeds || undefined}>
          <dt>{t(exceeds ? 'declarations.over' : 'declarations.tare')}</dt>
          <dd>{kilograms(Math.abs(record.grossGrams - net))}</dd>
        </div>
      )}
      <div>
        <dt>{t('declarations.valueSum')}</dt>
        <dd>
          {formatExact(value, digits, language, digits)} {record.currency ?? ''}
        </dd>
      </div>
      {record.vehicles.length > 0 && (
        <div>
          <dt>{t('declarations.weighed', { number: number(record.vehicles.length) })}</dt>
          <dd>{kilograms(weighed)}</dd>
        </div>
      )}
    </dl>
  )
}

/** Section, chapter and headings of a code, and how far it is known. */
function CodeFacts({ code, date }: { code: string; date: string }) {
  const { t, language } = useWords()
  const settled = useSettled(code, cursorStaysMs)
  const { output } = useQuery('readTariffCode', { code: settled.slice(0, 40), date }, 'desk')
  if (!output || output.code === '') return null
  const state = judgedState(output)
  return (
    <section className="code-facts">
      <h3>
        {output.code} {state && <em data-state={state}>{t(`declarations.codeStates.${state}`)}</em>}
      </h3>
      {output.section && (
        <p className="faint">
          {roman(output.section.section)} · {nameIn(output.section.names, language)}
        </p>
      )}
      <ol>
        {output.path.map(({ code: part, texts }) => (
          <li key={part}>
            <b>{part}</b> {nameIn(texts, language)}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What to say of a code: nothing of one that is still short or in no chapter, nor that a tariff lacks it where there is none. */
function judgedState({ code, state, tariff }: OutputOf<'readTariffCode'>): CodeState | null {
  if (!isHsCode(code)) return null
  return tariff === null ? 'unchecked' : state
}

const matchKey = 'Alt+KeyG'

/** Goods that are expected and that may be these: a key says that they came with this declaration. */
function ExpectedHere({ entry: { known } }: { entry: Entry }) {
  const words = useWords()
  const { t } = words
  const declaration = known?.declaration ?? null
  const { output } = useQuery('findExpectedGoods', declaration === null ? null : { declaration })
  const waiting = output?.find(({ state }) => state !== 'came')
  const match = () => {
    if (waiting) void call('matchExpectedGoods', { id: waiting.id, declaration })
  }
  useCommands(() =>
    waiting
      ? [
          {
            id: 'declarations.match',
            scope: 'screen',
            keys: [matchKey],
            words: ({ t }) => t('declarations.expected.match', { goods: waiting.goods }),
            run: match,
          },
        ]
      : [],
  )
  if (!output || output.length === 0) return null
  return (
    <section>
      <h3>{t('declarations.expected.title')}</h3>
      <ul>
        {output.map((each) => (
          <li key={each.id}>
            <b>{each.goods}</b> {tonnesWords(words, each.weightGrams)}{' '}
            <span className="faint">
              {windowWords(words, each)} ·{' '}
              {each.matched ? t('declarations.expected.cameHere') : stateWords(words, each)}
            </span>
          </li>
        ))}
      </ul>
      {waiting && (
        <button type="button" className="plain" onClick={match}>
          {t('declarations.expected.match', { goods: waiting.goods })}{' '}
          <KeyHint>{keystrokeText(matchKey)}</KeyHint>
        </button>
      )}
    </section>
  )
}

function History({ entry: { known } }: { entry: Entry }) {
  const { t, language } = useWords()
  if (!known || known.events.length === 0) return null
  return (
    <section>
      <h3>{t('declarations.history')}</h3>
      <ol className="entry-history">
        {known.events.map(({ kind, date, reason }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what happened stays in its order
          <li key={at}>
            <b>{t(`trade.events.${kind}`)}</b> {formatDate(date, language)}
            {reason !== null && <span> · {reason}</span>}
          </li>
        ))}
      </ol>
      {known.countedDate !== null && (
        <p>{t('declarations.countedOn', { date: formatDate(known.countedDate, language) })}</p>
      )}
    </section>
  )
}
