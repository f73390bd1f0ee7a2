import { firstBook } from './0001-first-book.sql.ts'
import { partsOfASum } from './0002-parts-of-a-sum.sql.ts'
import { countsByDate } from './0003-counts-by-date.sql.ts'
import { handoverNotes } from './0004-handover-notes.sql.ts'
import { calendarExceptions } from './0005-calendar-exceptions.sql.ts'
import { importMappings } from './0006-import-mappings.sql.ts'
import { partsOfAControlTotal } from './0007-parts-of-a-control-total.sql.ts'
import { staffing } from './0008-staffing.sql.ts'
import { declarations } from './0009-declarations.sql.ts'
import { declarationTables } from './0010-declaration-tables.sql.ts'
import { events } from './0011-events.sql.ts'
import { longerDeclarations } from './0012-longer-declarations.sql.ts'
import { goodsByWeight } from './0013-goods-by-weight.sql.ts'

/** Migration number n brings a book from schema n − 1 to n. Released ones are frozen. */
export const migrations: readonly string[] = [
  firstBook,
  partsOfASum,
  countsByDate,
  handoverNotes,
  calendarExceptions,
  importMappings,
  partsOfAControlTotal,
  staffing,
  declarations,
  declarationTables,
  events,
  longerDeclarations,
  goodsByWeight,
]
