import type { Options, Verb } from './command-line.ts'
import type { Outcome } from './print.ts'
import {
  exportCounts,
  exportDeclarations,
  exportItems,
  exportJournal,
  exportOpenings,
  exportPort,
} from './verbs/export.ts'
import { importCounts } from './verbs/import-counts.ts'
import { importDeclarations } from './verbs/import-declarations.ts'
import { importOpenings } from './verbs/import-openings.ts'
import { importTariff } from './verbs/import-tariff.ts'
import { newBook } from './verbs/new-book.ts'
import { rebuild } from './verbs/rebuild.ts'
import { report } from './verbs/report.ts'
import { sampleBook } from './verbs/sample-book.ts'
import { verify } from './verbs/verify.ts'

export const verbs: Record<Verb, (options: Options) => Outcome | Promise<Outcome>> = {
  new: newBook,
  sample: sampleBook,
  'import counts': importCounts,
  'import tariff': importTariff,
  'import openings': importOpenings,
  'import declarations': importDeclarations,
  report,
  'export counts': exportCounts,
  'export openings': exportOpenings,
  'export declarations': exportDeclarations,
  'export items': exportItems,
  'export journal': exportJournal,
  'export port': exportPort,
  verify,
  rebuild,
}
