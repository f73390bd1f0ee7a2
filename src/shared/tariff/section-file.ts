import { z } from 'zod'
import { languages, Names } from '../words.ts'
import { TariffCode } from './hs-code.ts'

/** The sections and chapters of the Harmonized System, as `resources/tariff/sections.json` has them. */

export const sectionCount = 21
export const chapterCount = 97

const FourNames = Names.refine(
  (names) => languages.every((language) => names[language] !== undefined),
  'a name in each of the four languages',
)

const Chapter = z.strictObject({
  chapter: z.string().regex(/^\d{2}$/),
  /** Kept free by the HS: no goods are in it. */
  reserved: z.literal(true).optional(),
  names: FourNames,
})

const Section = z.strictObject({
  section: z.int().min(1).max(sectionCount),
  names: FourNames,
  chapters: z.array(Chapter).min(1),
})

/** Every section once and every chapter once, in order and without a gap. */
export const SectionFile = z
  .strictObject({ format: z.literal(1), sections: z.array(Section) })
  .superRefine(({ sections }, context) => {
    const refuse = (message: string): void =>
      context.addIssue({ code: 'custom', message, path: ['sections'] })
    if (
      !isCounted(
        sections.map(({ section }) => section),
        sectionCount,
      )
    )
      refuse('sections 1 to 21 in order')
    const chapters = sections.flatMap((section) => section.chapters)
    if (
      !isCounted(
        chapters.map(({ chapter }) => Number(chapter)),
        chapterCount,
      )
    )
      refuse('chapters 01 to 97 in order')
    for (const { chapter, reserved } of chapters) {
      if (TariffCode.safeParse(chapter).success === (reserved === true))
        refuse(`chapter ${chapter} is or is not reserved`)
    }
  })
export type SectionFile = z.infer<typeof SectionFile>

function isCounted(numbers: readonly number[], most: number): boolean {
  return numbers.length === most && numbers.every((number, index) => number === index + 1)
}
