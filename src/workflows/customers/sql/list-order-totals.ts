import { readRows, type HostDatabase } from "../host-database"

export interface OrderTotalsRow {
  customer_id: string
  currency_code: string
  orders: number
  /** Decimal. */
  total: string
  /** Decimal. */
  average: string
  first_order_at: Date
  last_order_at: Date
}

/**
 * What these customers ordered, in each currency they ordered in: one row each, the currency of most
 * orders first. Totals are those that the host keeps with each order's newest version.
 */
export const listOrderTotals = (db: HostDatabase, customer_ids: readonly string[]) =>
  readRows<OrderTotalsRow>(
    db,
    `select placed.customer_id, placed.currency_code, count(*)::integer as orders,
            coalesce(sum((summary.totals ->> 'current_order_total')::numeric), 0)::text as total,
            coalesce(avg((summary.totals ->> 'current_order_total')::numeric), 0)::text as average,
            min(placed.created_at) as first_order_at, max(placed.created_at) as last_order_at
       from "order" as placed
       left join order_summary as summary
         on summary.order_id = placed.id and summary.version = placed.version
        and summary.deleted_at is null
      where placed.customer_id = any (?) and placed.deleted_at is null
        and placed.canceled_at is null and not placed.is_draft_order
      group by placed.customer_id, placed.currency_code
      order by orders desc, last_order_at desc`,
    [customer_ids]
  )
