import cn from '../../../../resources/holidays/cn.json' with { type: 'json' }
import kz from '../../../../resources/holidays/kz.json' with { type: 'json' }
import { HolidayFile } from '../../../shared/holiday-file.ts'

/** The holiday files that ship with the program, by country. */
export const shippedHolidays: ReadonlyMap<string, HolidayFile> = new Map(
  [cn, kz].map((file) => HolidayFile.parse(file)).map((file) => [file.country, file]),
)
