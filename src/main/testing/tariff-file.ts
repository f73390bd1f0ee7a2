import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InputOf, OutputOf } from '../../shared/contract/index.ts'
import type { TariffMappingInput } from '../../shared/tariff/tariff-mapping.ts'
import type { TestBook } from './test-book.ts'

/** The mapping of a file with the columns `code`, `en` and `zh`. */
export const tariffMapping: TariffMappingInput = {
  format: 1,
  code: { column: 'code' },
  texts: { en: 'en', 'zh-CN': 'zh' },
}

/** Rows of such a file: a chapter, a heading whose last line is called “other”, and fruit. */
export const tariffRows = [
  'code,en,zh',
  '02,Meat,肉',
  '0202,"Meat of bovine animals, frozen",冻牛肉',
  '020210,Carcasses,整头及半头',
  '020230,Boneless,去骨',
  '02023000,Boneless,去骨',
  '0202300010,Of wild bovine animals,野牛的',
  '0202300090,Other,其他',
  '0808,"Apples, pears and quinces, fresh",鲜苹果、梨及榅桲',
  '08081000,Apples,苹果',
]

/** Imports rows of text as a tariff. */
export function importTariffRows(
  book: TestBook,
  rows: readonly string[] = tariffRows,
  change: Partial<TariffMappingInput> = {},
  input: Partial<InputOf<'importTariff'>> = {},
): Promise<OutputOf<'importTariff'>> {
  const file = join(book.folder, 'tariff.csv')
  writeFileSync(file, rows.join('\n'))
  return book.done('importTariff', { file, mapping: { ...tariffMapping, ...change }, ...input })
}
