import type { TariffHit } from '../../../../shared/contract/tariff.ts'
import type { Language } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import type { GroupPrefix } from './group-prefixes.ts'
import { type TextIn, textIn, textsOf } from './line-texts.ts'
import { knowsLonger } from './read-tariff-code.ts'
import { shippedChapters, shippedSections } from './shipped-sections.ts'
import * as sql from './tariff.sql.ts'
import type { UsedCode } from './used-codes.ts'

/** Collects hits, each code once, up to a limit, and writes what stands above each in the language asked for. */
export class HitWriter {
  readonly #db: Connection
  readonly #edition: sql.StoredEdition | null
  readonly #date: string
  readonly #language: Language
  readonly #limit: number
  readonly #hits = new Map<string, TariffHit>()

  constructor(
    db: Connection,
    edition: sql.StoredEdition | null,
    date: string,
    language: Language,
    limit: number,
  ) {
    this.#db = db
    this.#edition = edition
    this.#date = date
    this.#language = language
    this.#limit = limit
  }

  get isFull(): boolean {
    return this.#hits.size >= this.#limit
  }

  get written(): TariffHit[] {
    return [...this.#hits.values()]
  }

  /** A whole code as it was typed, where it can stand in a declaration. */
  addCode(code: string): void {
    const hit = this.#hitOf(code, this.#above(code))
    if (hit.state !== 'unknown') this.#add(hit)
  }

  addUsed(used: readonly UsedCode[]): void {
    for (const { code, items, lastDate, goods } of used) {
      if (this.isFull && !this.#hits.has(code)) return
      const hit = this.#hits.get(code) ?? this.#hitOf(code, this.#above(code))
      this.#hits.set(code, { ...hit, use: { items, lastDate, goods } })
    }
  }

  addChapters(chapters: readonly string[]): void {
    for (const chapter of chapters) if (!this.isFull) this.#add(this.#hitOf(chapter, this.#above(chapter)))
  }

  /** What belongs to a commodity group, under the group's name where no tariff has a text for it. */
  addGroups(groups: readonly GroupPrefix[]): void {
    for (const { prefix, names } of groups) {
      if (this.isFull) return
      const path = this.#above(prefix)
      if (this.#edition && path.at(-1)?.code !== prefix) {
        this.addLines(sql.selectBeginning(this.#db, this.#edition.id, prefix, this.#date, this.#limit))
        continue
      }
      const hit = this.#hitOf(prefix, path)
      this.#add({ ...hit, text: hit.text ?? textIn(names, this.#language) })
    }
  }

  addLines(lines: readonly sql.StoredLine[]): void {
    for (const line of lines) {
      if (this.isFull) return
      if (!this.#hits.has(line.code)) this.#add(this.#hitOf(line.code, [...this.#above(line.code, line)]))
    }
  }

  #add(hit: TariffHit): void {
    if (!this.#hits.has(hit.code)) this.#hits.set(hit.code, hit)
  }

  /** The lines from a code's chapter down to itself, as far as the tariff has them. */
  #above(code: string, own?: sql.StoredLine): sql.StoredLine[] {
    if (!this.#edition) return []
    const codes = [2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((length) =>
      length < code.length || (length === code.length && !own) ? [code.slice(0, length)] : [],
    )
    const lines = codes.length > 0 ? sql.selectLines(this.#db, this.#edition.id, codes, this.#date) : []
    return own ? [...lines, own] : lines
  }

  #hitOf(code: string, path: readonly sql.StoredLine[]): TariffHit {
    const last = path.at(-1)
    const line = last?.code === code ? last : null
    const chapter = shippedChapters().get(code.slice(0, 2))
    const isBelowLeaf = last !== undefined && knowsLonger(last)
    return {
      code,
      text: this.#textOf(code, line ?? (isBelowLeaf ? last : undefined)),
      above: path.flatMap((each) => {
        const text = each === line || each.code.length === 2 ? null : this.#textOf(each.code, each)
        return text ? [{ code: each.code, text }] : []
      }),
      chapter: this.#chapterOf(code, path),
      section: this.#sectionOf(chapter?.section ?? last?.section ?? null),
      unit: last?.unit ?? null,
      secondUnit: last?.secondUnit ?? null,
      state: this.#stateOf(code, line !== null || isBelowLeaf),
      leaf: line ? line.leaf === 1 : isBelowLeaf,
      use: null,
    }
  }

  /** A chapter that ships is known in any tariff, also in one that has only whole codes. */
  #stateOf(code: string, isInTariff: boolean): TariffHit['state'] {
    if (this.#edition === null) return 'unchecked'
    return isInTariff || shippedChapters().has(code) ? 'known' : 'unknown'
  }

  #textOf(code: string, line: sql.StoredLine | undefined): TextIn | null {
    const texts = line ? textsOf(line) : code.length === 2 ? shippedChapters().get(code)?.names : undefined
    return texts ? textIn(texts, this.#language) : null
  }

  #chapterOf(code: string, path: readonly sql.StoredLine[]): TariffHit['chapter'] {
    const chapter = code.slice(0, 2)
    const text = this.#textOf(
      chapter,
      path.find((line) => line.code === chapter),
    )
    return text ? { chapter, text } : null
  }

  #sectionOf(section: number | null): TariffHit['section'] {
    const text = section === null ? null : textIn(shippedSections().get(section)?.names ?? {}, this.#language)
    return section === null || !text ? null : { section, text }
  }
}
