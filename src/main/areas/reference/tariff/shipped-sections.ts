import sections from '../../../../../resources/tariff/sections.json' with { type: 'json' }
import { SectionFile } from '../../../../shared/tariff/section-file.ts'
import type { Names } from '../../../../shared/words.ts'

export interface ShippedSection {
  /** 1 to 21. */
  section: number
  names: Names
}

export interface ShippedChapter {
  /** Two digits. */
  chapter: string
  section: number
  names: Names
}

const file = SectionFile.parse(sections)

/** The sections of the Harmonized System by number, in four languages. */
export const shippedSections: ReadonlyMap<number, ShippedSection> = new Map(
  file.sections.map(({ section, names }) => [section, { section, names }]),
)

/** The chapters that goods can be in, by their two digits, in four languages. */
export const shippedChapters: ReadonlyMap<string, ShippedChapter> = new Map(
  file.sections.flatMap(({ section, chapters }) =>
    chapters
      .filter(({ reserved }) => !reserved)
      .map(({ chapter, names }) => [chapter, { chapter, section, names }] as const),
  ),
)
