import type { EntityManager } from "typeorm"

/** What a statement needs: the pool, or the manager of the transaction it belongs to. */
export type Db = Pick<EntityManager, "query">

/**
 * Runs one statement and gives its rows back. TypeORM answers INSERT and SELECT with the rows but
 * UPDATE and DELETE with `[rows, affected]`; here it is always the rows.
 */
export async function queryRows<Row>(
  db: Db,
  statement: string,
  parameters: readonly unknown[] = []
): Promise<Row[]> {
  const answer: unknown = await db.query(statement, [...parameters])
  if (!Array.isArray(answer)) return []
  const isRowsWithCount =
    answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === "number"
  // The statement's text decides its row type; every caller names the type beside that text.
  return (isRowsWithCount ? answer[0] : answer) as Row[]
}
