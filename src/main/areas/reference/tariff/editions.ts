import type { TariffEdition } from '../../../../shared/contract/tariff.ts'
import type { Language } from '../../../../shared/words.ts'
import type { QueryContext } from '../../../book/handlers.ts'
import { type StoredEdition, selectEditions } from './tariff.sql.ts'

export function editionOf({ id: _, languages, ...edition }: StoredEdition): TariffEdition {
  return { ...edition, languages: JSON.parse(languages) as Language[] }
}

/** The tariffs of the book, the latest first. */
export function listTariffs({ db }: QueryContext): TariffEdition[] {
  return selectEditions(db).map(editionOf)
}
