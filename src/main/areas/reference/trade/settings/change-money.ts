import type { Receipt } from '../../../../../shared/contract/operation.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Names } from '../../../../../shared/words.ts'
import { type CommandContext, receiptOf } from '../../../../book/handlers.ts'
import { always } from '../../open-dates.ts'
import { present } from '../../settings/setting-rules.ts'
import { rateRow } from '../exchange-rate.ts'
import { reportingCurrencyOn } from '../reporting-currency.ts'

/** Rates, the currency that values are added up in, and the form of declaration numbers: each holds from a date on. */

/** @throws AppError rate-impossible for the rate of a currency in itself */
export function keepExchangeRate(
  { db, batch }: CommandContext,
  input: { currency: string; from: string; rate: string },
): Receipt {
  const reporting = reportingCurrencyOn(db, input.from)
  if (reporting === input.currency) throw new AppError('rate-impossible', { field: 'currency' })
  batch.put('exchange_rate', [input.currency, reporting, input.from], rateRow(input.rate))
  return receiptOf(batch)
}

/** @throws AppError setting-gone */
export function removeExchangeRate(
  { batch }: CommandContext,
  input: { currency: string; reporting: string; from: string },
): Receipt {
  const key = [input.currency, input.reporting, input.from]
  present(batch.row('exchange_rate', key))
  batch.remove('exchange_rate', key)
  return receiptOf(batch)
}

export function keepReportingCurrency(
  { batch }: CommandContext,
  input: { from: string | null; currency: string },
): Receipt {
  batch.put('reporting_currency', [input.from ?? always.from], { currency: input.currency })
  return receiptOf(batch)
}

/** @throws AppError setting-gone */
export function removeReportingCurrency({ batch }: CommandContext, input: { from: string | null }): Receipt {
  present(batch.row('reporting_currency', [input.from ?? always.from]))
  batch.remove('reporting_currency', [input.from ?? always.from])
  return receiptOf(batch)
}

export function keepNumberFormat(
  { batch }: CommandContext,
  input: { from: string | null; masks: string[]; description: Names },
): Receipt {
  batch.put('declaration_number_format', [input.from ?? always.from], {
    masks: JSON.stringify(input.masks),
    description: JSON.stringify(input.description),
  })
  return receiptOf(batch)
}

/** @throws AppError setting-gone */
export function removeNumberFormat({ batch }: CommandContext, input: { from: string | null }): Receipt {
  present(batch.row('declaration_number_format', [input.from ?? always.from]))
  batch.remove('declaration_number_format', [input.from ?? always.from])
  return receiptOf(batch)
}
