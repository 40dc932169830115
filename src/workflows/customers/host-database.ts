import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The host's own connections to its tables, as far as they are used here. */
export interface HostDatabase {
  /** Places are `?`, in order; an array is one value. */
  raw(statement: string, values: readonly unknown[]): Promise<{ rows: unknown[] }>
}

/**
 * The host's own query builder. Sums over a customer's orders are made where the orders are:
 * `query.graph` has none, and would hand over 10,000 orders to count them.
 */
export const resolveHostDatabase = (container: MedusaContainer): HostDatabase =>
  container.resolve<HostDatabase>(ContainerRegistrationKeys.PG_CONNECTION)

/** Reads only. The statement's text decides its row type; every caller names the type beside that text. */
export async function readRows<Row>(
  db: HostDatabase,
  statement: string,
  values: readonly unknown[]
): Promise<Row[]> {
  const { rows } = await db.raw(statement, values)
  return rows as Row[]
}
