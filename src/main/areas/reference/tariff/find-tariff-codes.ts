import type { TariffEdition, TariffHit } from '../../../../shared/contract/tariff.ts'
import { searchKeys, searchTerms } from '../../../../shared/search-keys.ts'
import { isHsCode, plainCode } from '../../../../shared/tariff/hs-code.ts'
import type { Language } from '../../../../shared/words.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { today } from '../describe-port.ts'
import { portModel } from '../port-model.ts'
import { editionOf } from './editions.ts'
import { prefixesOfGroups } from './group-prefixes.ts'
import { HitWriter } from './hit-writer.ts'
import { shippedChapters, shippedSections } from './shipped-sections.ts'
import * as sql from './tariff.sql.ts'
import { usedCodes } from './used-codes.ts'

interface Search {
  text: string
  date?: string | undefined
  language: Language
  limit: number
}

/** Codes by their beginning or by words, the port's own first, then those of a commodity group that is called so. */
export function findTariffCodes(
  { db, now }: QueryContext,
  { text, date: wanted, language, limit }: Search,
): { hits: TariffHit[]; tariff: TariffEdition | null } {
  const date = wanted ?? today(portModel(db), now)
  const edition = sql.selectEditionOn(db, date)
  const hits = new HitWriter(db, edition ?? null, date, language, limit)
  const code = plainCode(text)
  const isCode = /^\d+$/.test(code)
  const terms = isCode ? [] : searchTerms(text)
  const tariff = edition ? editionOf(edition) : null
  const isAsked = isCode || terms.length > 0
  if (!isAsked && text.trim() !== '') return { hits: [], tariff }
  if (isCode && isHsCode(code)) hits.addCode(code)
  const own = usedCodes(db, edition ?? null, date)
  hits.addUsed(own.filter((used) => (isCode ? used.code.startsWith(code) : allBegin(terms, used.keys))))
  if (!isAsked) return { hits: hits.written, tariff }
  if (isCode) {
    hits.addChapters(chaptersBeginning(code, edition === undefined))
    if (edition) hits.addLines(sql.selectBeginning(db, edition.id, code, date, limit))
    return { hits: hits.written, tariff }
  }
  const chapters = chaptersWith(terms)
  hits.addGroups(prefixesOfGroups(db, date, terms))
  hits.addChapters(chapters.slice(0, chaptersFirst))
  if (edition) {
    const span = sql.spanOf(edition.id, date)
    for (const match of matchesFor(terms)) {
      if (!hits.isFull) hits.addLines(sql.selectFound(db, span, match, limit))
    }
  }
  hits.addChapters(chapters)
  return { hits: hits.written, tariff }
}

/** Chapters that stand before the lines of the tariff: its texts may be in another language than the words typed. */
const chaptersFirst = 3

/**
 * What the index is asked, the nearest answers first: the line's own text has all the words whole; it has words that
 * begin so; some of them stand only in the headings above it. Terms are letters and digits, so quotation marks hold them.
 */
function matchesFor(terms: readonly string[]): string[] {
  const whole = terms.map((term) => `"${term}"`).join(' AND ')
  const beginning = terms.map((term) => `"${term}" *`).join(' AND ')
  return [`{own} : (${whole})`, `{own} : (${beginning})`, beginning]
}

/** Whether each term begins one of the keys, which have a blank before each. */
function allBegin(terms: readonly string[], keys: string): boolean {
  return terms.every((term) => keys.includes(` ${term}`))
}

interface ChapterKeys {
  chapter: string
  own: string
  withSection: string
}

let keptKeys: readonly ChapterKeys[] | null = null

/** Made when they are first asked for, and kept. */
function chapterKeys(): readonly ChapterKeys[] {
  keptKeys ??= [...shippedChapters().values()].map(({ chapter, section, names }) => {
    const own = ` ${searchKeys(Object.values(names).join(' '))}`
    const above = searchKeys(Object.values(shippedSections().get(section)?.names ?? {}).join(' '))
    return { chapter, own, withSection: `${own} ${above}` }
  })
  return keptKeys
}

/** Chapters by the words of their names, and after them those whose section has the words. */
function chaptersWith(terms: readonly string[]): string[] {
  const own = chapterKeys().filter((each) => allBegin(terms, each.own))
  const bySection = chapterKeys().filter((each) => allBegin(terms, each.withSection) && !own.includes(each))
  return [...own, ...bySection].map(({ chapter }) => chapter)
}

/** Chapters that the digits begin, or where nothing else is known of them the one that they are in. */
function chaptersBeginning(code: string, orIn: boolean): string[] {
  return chapterKeys()
    .map(({ chapter }) => chapter)
    .filter((chapter) => chapter.startsWith(code) || (orIn && code.startsWith(chapter)))
}
