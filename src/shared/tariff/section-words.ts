import { sectionCount } from './section-file.ts'

const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'] as const

/** Number of a section as a Roman numeral: 17 is `XVII`. */
export function romanSection(section: number): string {
  return 'X'.repeat(Math.floor(section / 10)) + roman[section % 10]
}

const sections: ReadonlyMap<string, number> = new Map(
  Array.from({ length: sectionCount }, (_, index) => index + 1).flatMap((section) => [
    [romanSection(section), section] as const,
    [String(section), section] as const,
    [String(section).padStart(2, '0'), section] as const,
  ]),
)

/** The section that `XVII`, `xvii`, `Ⅻ` or `17` stands for; undefined for any other word. */
export function sectionOfWord(word: string): number | undefined {
  return sections.get(word.normalize('NFKC').trim().toUpperCase())
}
