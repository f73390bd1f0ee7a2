import type { CodeState, TariffEdition, TariffTexts } from '../../../../shared/contract/tariff.ts'
import { fewestHsDigits, isHsCode, isTariffCode, plainCode } from '../../../../shared/tariff/hs-code.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { today } from '../describe-port.ts'
import { portModel } from '../port-model.ts'
import { editionOf } from './editions.ts'
import { textsOf } from './line-texts.ts'
import { type ShippedSection, shippedChapters, shippedSections } from './shipped-sections.ts'
import * as sql from './tariff.sql.ts'

export interface TariffCode {
  code: string
  state: CodeState
  section: ShippedSection | null
  path: { code: string; texts: TariffTexts }[]
  leaf: boolean
  unit: string | null
  secondUnit: string | null
  tariff: TariffEdition | null
}

/** A line that nothing is below knows longer codes too: a tariff of six digits says nothing of the national ones. */
export function knowsLonger({ code, leaf }: Pick<sql.StoredLine, 'code' | 'leaf'>): boolean {
  return leaf === 1 && code.length >= fewestHsDigits
}

/**
 * What a code is on a date, from its chapter down. Without a tariff every code that can stand in a declaration is unchecked.
 */
export function readTariffCode(
  { db, now }: QueryContext,
  input: { code: string; date?: string | undefined },
): TariffCode {
  const code = plainCode(input.code)
  const date = input.date ?? today(portModel(db), now)
  const edition = sql.selectEditionOn(db, date)
  const lines = edition && isTariffCode(code) ? sql.selectLines(db, edition.id, prefixesOf(code), date) : []
  const chapter = isTariffCode(code) ? shippedChapters().get(code.slice(0, 2)) : undefined
  const last = lines.at(-1)
  const path = lines.map((line) => ({ code: line.code, texts: textsOf(line) }))
  if (chapter && path[0]?.code !== chapter.chapter) {
    path.unshift({ code: chapter.chapter, texts: chapter.names })
  }
  const section = chapter?.section ?? last?.section ?? null
  const isKnown = last !== undefined && (last.code === code || knowsLonger(last))
  return {
    code,
    state: edition ? (isKnown ? 'known' : 'unknown') : isHsCode(code) ? 'unchecked' : 'unknown',
    section: section === null ? null : (shippedSections().get(section) ?? null),
    path,
    leaf: isKnown && last.leaf === 1,
    unit: last?.unit ?? null,
    secondUnit: last?.secondUnit ?? null,
    tariff: edition ? editionOf(edition) : null,
  }
}

function prefixesOf(code: string): string[] {
  return Array.from({ length: code.length - 1 }, (_, index) => code.slice(0, index + 2))
}
