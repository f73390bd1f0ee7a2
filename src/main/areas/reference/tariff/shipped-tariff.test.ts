import { expect, test } from 'vitest'
import sections from '../../../../../resources/tariff/sections.json' with { type: 'json' }
import { GroupFile } from '../../../../shared/tariff/group-file.ts'
import { SectionFile } from '../../../../shared/tariff/section-file.ts'
import { languages } from '../../../../shared/words.ts'
import { shippedCommodityGroups } from './shipped-groups.ts'
import { shippedChapters, shippedSections } from './shipped-sections.ts'

test('the Harmonized System has 21 sections and 97 chapters, of which 77 is kept free, each named in four languages', () => {
  const chapters = sections.sections.flatMap((section) => section.chapters)
  expect(shippedSections().size).toBe(21)
  expect(chapters.map(({ chapter }) => Number(chapter))).toEqual(
    Array.from({ length: 97 }, (_, at) => at + 1),
  )
  expect(shippedChapters().size).toBe(96)
  expect(shippedChapters().has('77')).toBe(false)
  for (const { names } of [...shippedSections().values(), ...shippedChapters().values()]) {
    expect(Object.keys(names)).toEqual([...languages])
  }
})

test('each section holds the chapters that the Harmonized System gives it', () => {
  const last = new Map<number, string>()
  for (const { chapter, section } of shippedChapters().values()) last.set(section, chapter)
  expect([...last.values()]).toEqual([
    ...['05', '14', '15', '24', '27', '38', '40', '43', '46', '49', '63'],
    ...['67', '70', '71', '83', '85', '89', '92', '93', '96', '97'],
  ])
})

test('no chapter has the name of another', () => {
  for (const language of languages) {
    const names = [...shippedChapters().values()].map((chapter) => chapter.names[language])
    expect(new Set(names).size).toBe(96)
  }
})

test('a name is written in the letters of its language', () => {
  for (const { names } of [
    ...shippedSections().values(),
    ...shippedChapters().values(),
    ...shippedCommodityGroups(),
  ]) {
    expect(names['zh-CN']).toMatch(/^[\p{Script=Han}；、，（）]+$/u)
    expect(names.en).toMatch(/^[\p{Script=Latin} ;,.'()-]+$/u)
    expect(names.ru).toMatch(/^[а-яА-ЯёЁ ;,()-]+$/)
    expect(names.kk).toMatch(/^[а-яА-ЯәғқңөұүһіӘҒҚҢӨҰҮҺІ ;,()-]+$/)
  }
})

test('a file of sections with a gap, a section twice or a language missing is refused', () => {
  const changed = (change: (file: typeof sections) => void): boolean => {
    const file = structuredClone(sections)
    change(file)
    return SectionFile.safeParse(file).success
  }
  expect(changed(() => undefined)).toBe(true)
  expect(changed((file) => file.sections[0]?.chapters.splice(2, 1))).toBe(false)
  expect(changed((file) => file.sections.push(...file.sections.slice(0, 1)))).toBe(false)
  expect(changed((file) => Reflect.deleteProperty(file.sections[3]?.names ?? {}, 'kk'))).toBe(false)
})

test('the commodity groups that ship are those that the port reports, nested, with their dates', () => {
  expect(
    shippedCommodityGroups().map(({ code, parent, measure }) => [code, parent ?? null, measure]),
  ).toEqual([
    ['aquatic', null, 'mass'],
    ['animal-feed', null, 'mass'],
    ['oil-gas', null, 'mass'],
    ['fruit-vegetables', null, 'mass'],
    ['fruit', 'fruit-vegetables', 'mass'],
    ['vegetables', 'fruit-vegetables', 'mass'],
    ['sunflower', null, 'mass'],
    ['agricultural-machinery', null, 'mass'],
    ['vehicles', null, 'units'],
    ['new-energy-vehicles', 'vehicles', 'units'],
  ])
})

test('no code belongs to two groups of which neither is in the other', () => {
  const root = (code: string): string => {
    const parent = shippedCommodityGroups().find((group) => group.code === code)?.parent
    return parent === undefined ? code : root(parent)
  }
  const prefixes = shippedCommodityGroups().flatMap((group) =>
    group.prefixes.map(({ prefix }) => ({ prefix, top: root(group.code) })),
  )
  const shared = prefixes.filter(({ prefix, top }) =>
    prefixes.some((other) => other.top !== top && other.prefix.startsWith(prefix)),
  )
  expect(shared).toEqual([])
})

test('a file of groups with an unknown parent, a prefix twice or dates that end before they begin is refused', () => {
  const group = { code: 'a', measure: 'mass', names: { en: 'A' }, reason: 'because' }
  const accepts = (...groups: object[]): boolean => GroupFile.safeParse({ format: 1, groups }).success
  const prefixes = [{ prefix: '03' }]
  expect(accepts({ ...group, prefixes })).toBe(true)
  expect(accepts({ ...group, prefixes, parent: 'b' })).toBe(false)
  expect(accepts({ ...group, prefixes: [...prefixes, ...prefixes] })).toBe(false)
  expect(accepts({ ...group, prefixes: [{ prefix: '03', from: '2024-01-01', to: '2023-12-31' }] })).toBe(
    false,
  )
  expect(accepts({ ...group, prefixes: [{ prefix: '7700' }] })).toBe(false)
  expect(accepts({ ...group, prefixes: [] })).toBe(false)
})
