import type { Connection } from '../../../../book/connection.ts'
import { prepared } from '../../../../book/statements.ts'

export function prefixesOfGroup(
  db: Connection,
  group: string,
): { prefix: string; from: string; to: string }[] {
  return prepared<[string], { prefix: string; from: string; to: string }>(
    db,
    `SELECT prefix, from_date AS "from", to_date AS "to" FROM group_prefix
     WHERE commodity_group = ? ORDER BY prefix, from_date`,
  ).all(group)
}

/** Whether another group, a qualification or expected goods name the group. */
export function isGroupInUse(db: Connection, group: string): boolean {
  const found = prepared<[{ group: string }], { used: number }>(
    db,
    `SELECT EXISTS (SELECT 1 FROM commodity_group WHERE parent = @group)
         OR EXISTS (SELECT 1 FROM qualification WHERE commodity_group = @group)
         OR EXISTS (SELECT 1 FROM expected_goods WHERE commodity_group = @group) AS used`,
  ).get({ group })
  return found?.used === 1
}
