import type { GroupMeasure, TradeDirection } from '../../../../shared/trade/trade-words.ts'
import type { Connection } from '../../../book/connection.ts'

const all = <Row>(db: Connection, text: string): Row[] => db.prepare<[], Row>(text).all()

export const selectGroups = (db: Connection) =>
  all<{
    code: string
    parent: string | null
    position: number
    measure: GroupMeasure
    restricted: string
    from: string
    to: string
  }>(
    db,
    `SELECT code, parent, position, measure, restricted, from_date AS "from", to_date AS "to"
     FROM commodity_group ORDER BY position, code`,
  )

export const selectPrefixes = (db: Connection) =>
  all<{ commodityGroup: string; prefix: string; from: string; to: string }>(
    db,
    `SELECT commodity_group AS commodityGroup, prefix, from_date AS "from", to_date AS "to"
     FROM group_prefix ORDER BY commodity_group, prefix, from_date`,
  )

export const selectQualifications = (db: Connection) =>
  all<{ commodityGroup: string; direction: TradeDirection; from: string; to: string; note: string | null }>(
    db,
    `SELECT commodity_group AS commodityGroup, direction, from_date AS "from", to_date AS "to", note
     FROM qualification ORDER BY direction, commodity_group, from_date`,
  )

export const selectRates = (db: Connection) =>
  all<{ currency: string; reporting: string; from: string; rate: number; scale: number }>(
    db,
    `SELECT currency, reporting, from_date AS "from", rate, scale
     FROM exchange_rate ORDER BY reporting, currency, from_date`,
  )

export const selectNumberFormats = (db: Connection) =>
  all<{ from: string; masks: string; description: string }>(
    db,
    'SELECT from_date AS "from", masks, description FROM declaration_number_format ORDER BY from_date',
  )

export const selectReportingCurrencies = (db: Connection) =>
  all<{ from: string; currency: string }>(
    db,
    'SELECT from_date AS "from", currency FROM reporting_currency ORDER BY from_date',
  )
