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

interface ShippedNames {
  sections: ReadonlyMap<number, ShippedSection>
  chapters: ReadonlyMap<string, ShippedChapter>
}

let kept: ShippedNames | null = null

/** Read when they are first asked for: a book opens without them. */
function shippedNames(): ShippedNames {
  kept ??= readNames()
  return kept
}

function readNames(): ShippedNames {
  const file = SectionFile.parse(sections)
  const chapters = file.sections.flatMap((section) =>
    section.chapters
      .filter(({ reserved }) => !reserved)
      .map(({ chapter, names }) => [chapter, { chapter, section: section.section, names }] as const),
  )
  return {
    sections: new Map(file.sections.map(({ section, names }) => [section, { section, names }])),
    chapters: new Map(chapters),
  }
}

/** The sections of the Harmonized System by number, in four languages. */
export const shippedSections = (): ReadonlyMap<number, ShippedSection> => shippedNames().sections

/** The chapters that goods can be in, by their two digits, in four languages. */
export const shippedChapters = (): ReadonlyMap<string, ShippedChapter> => shippedNames().chapters
