import type { Texts } from '../../../../shared/languages/index.ts'
import {
  type DeclarationColumn,
  dateColumns,
  declarationColumns,
} from '../../../../shared/trade/declarations-draft.ts'
import type { DeclarationEventKind } from '../../../../shared/trade/trade-words.ts'
import type { Language } from '../../../../shared/words.ts'
import type { Words } from '../../../lib/use-words.ts'
import type { ChoiceGroup } from '../../../ui/grouped-choice.tsx'

type Field = keyof Texts['trade']['fields']

/** Uses that the book's own fields call otherwise. */
const fieldsOfUses = {
  grossWeight: 'grossGrams',
  netWeight: 'netGrams',
  value: 'valueMinor',
  weighbridge: 'weighbridgeGrams',
} as const satisfies Partial<Record<DeclarationColumn, Field>>

const isEvent = (use: DeclarationColumn): use is DeclarationColumn & DeclarationEventKind =>
  use !== 'date' && use !== 'crossingDate' && (dateColumns as readonly string[]).includes(use)

/** What a use is called in the middle of a sentence. */
export function nameOfUse(use: DeclarationColumn, { t }: Words): string {
  if (isEvent(use)) return t('declarationsImport.dateOf', { event: t(`trade.events.${use}`) })
  if (use === 'history' || use === 'secondUnit') return t(`declarationsImport.uses.${use}`)
  return t(
    `trade.fields.${use in fieldsOfUses ? fieldsOfUses[use as keyof typeof fieldsOfUses] : (use as Field)}`,
  )
}

const groups = {
  declaration: ['number', 'hsCode'],
  item: ['hsCode', 'plate'],
  vehicles: ['plate', null],
} as const

/** A name as it begins a line. */
export const capital = (text: string, language: Language): string =>
  `${text.charAt(0).toLocaleUpperCase(language)}${text.slice(1)}`

/** Everything that a column can be used for, in the reader's words and the order of a declaration. */
export function groupsOfUses(words: Words): ChoiceGroup[] {
  const { t, language } = words
  const at = (use: DeclarationColumn | null): number =>
    use === null ? declarationColumns.length : declarationColumns.indexOf(use)
  return [
    { label: null, choices: [{ value: '', label: t('importing.uses.nothing') }] },
    ...(['declaration', 'item', 'vehicles'] as const).map((group) => ({
      label: t(`declarationsImport.groups.${group}`),
      choices: declarationColumns
        .slice(at(groups[group][0]), at(groups[group][1]))
        .map((value) => ({ value, label: capital(nameOfUse(value, words), language) })),
    })),
  ]
}
