import type { DeclarationRecord } from '../../../../shared/contract/declarations.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Names } from '../../../../shared/words.ts'
import type { Connection } from '../../../book/connection.ts'
import { namesOn } from '../../reference/names.ts'
import { portModel } from '../../reference/port-model.ts'
import { groupModel, qualifiedGroups, unqualifiedGroup } from '../../reference/trade/commodity-groups.ts'

/**
 * @param passed codes that need no asking: they were registered already
 * @throws AppError not-qualified for the first item that the port may not import or export on the date
 */
export function assertQualified(
  db: Connection,
  record: DeclarationRecord,
  date: string,
  passed: ReadonlySet<string | null> = new Set(),
): void {
  const model = groupModel(db)
  const namesOf = (code: string): Names => namesOn(portModel(db), 'commodity-group', code, date)
  for (const [index, { hsCode }] of record.items.entries()) {
    const group =
      hsCode === null || passed.has(hsCode) ? null : unqualifiedGroup(model, hsCode, record.direction, date)
    if (!group) continue
    throw new AppError('not-qualified', {
      field: `items.${index}.hsCode`,
      hsCode: hsCode ?? '',
      commodityGroup: group.code,
      groupNames: JSON.stringify(namesOf(group.code)),
      qualifiedNames: JSON.stringify(
        qualifiedGroups(model, record.direction, date).map(({ code }) => namesOf(code)),
      ),
      direction: record.direction,
      date,
    })
  }
}
