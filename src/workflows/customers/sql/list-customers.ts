import type { CustomerFilter } from "../customer-filter"
import { readRows, type HostDatabase } from "../host-database"

/** What a lead takes over from one of the host's customers. */
export interface CustomerRow {
  id: string
  email: string | null
  first_name: string | null
  last_name: string | null
  company_name: string | null
}

/** Of the customer at hand. */
const PLACED = `from "order" as placed
  where placed.customer_id = customer.id and placed.deleted_at is null
    and placed.canceled_at is null and not placed.is_draft_order`

const BOUGHT = `from "order" as placed
  join order_item as item
    on item.order_id = placed.id and item.version = placed.version and item.deleted_at is null
  join order_line_item as line on line.id = item.item_id
 where placed.customer_id = customer.id and placed.deleted_at is null
   and placed.canceled_at is null and not placed.is_draft_order`

const SPENT = `(select coalesce(sum((summary.totals ->> 'current_order_total')::numeric), 0)
   from "order" as placed
   join order_summary as summary
     on summary.order_id = placed.id and summary.version = placed.version
    and summary.deleted_at is null
  where placed.customer_id = customer.id and placed.deleted_at is null
    and placed.canceled_at is null and not placed.is_draft_order and placed.currency_code = ?)`

type Condition = [sql: string, ...values: unknown[]]

/**
 * The next customers after `after` (an id; null for the start) whom all that is given in the filter
 * fits, by id: so that nobody is missed when others leave meanwhile.
 */
export function listCustomers(
  db: HostDatabase,
  { filter, after, limit }: { filter: CustomerFilter; after: string | null; limit: number }
): Promise<CustomerRow[]> {
  const conditions = [...toConditions(filter), ...(after === null ? [] : [toAfter(after)])]
  return readRows<CustomerRow>(
    db,
    `select customer.id, customer.email, customer.first_name, customer.last_name,
            customer.company_name
       from customer
      where customer.deleted_at is null
        ${conditions.map(([sql]) => `and ${sql}`).join("\n        ")}
      order by customer.id limit ?`,
    [...conditions.flatMap(([, ...values]) => values), limit]
  )
}

const toAfter = (after: string): Condition => ["customer.id > ?", after]

function toConditions(filter: CustomerFilter): Condition[] {
  const { currency_code } = filter
  const conditions: (Condition | false | undefined)[] = [
    filter.customer_group_id !== undefined && [
      `exists (select from customer_group_customer as member
                where member.customer_id = customer.id and member.customer_group_id = ?
                  and member.deleted_at is null)`,
      filter.customer_group_id,
    ],
    filter.product_id !== undefined && [
      `exists (select ${BOUGHT} and line.product_id = ?)`,
      filter.product_id,
    ],
    filter.product_category_id !== undefined && [
      `exists (select ${BOUGHT} and line.product_id in (
         select member.product_id from product_category_product as member
          where member.product_category_id = ?))`,
      filter.product_category_id,
    ],
    filter.not_ordered_for_days !== undefined && [
      `exists (select ${PLACED}) and not exists (
         select ${PLACED} and placed.created_at > now() - ? * interval '1 day')`,
      filter.not_ordered_for_days,
    ],
    filter.has_open_cart === true && [
      `exists (select from cart join cart_line_item as item on item.cart_id = cart.id
                where cart.customer_id = customer.id and cart.deleted_at is null
                  and cart.completed_at is null and item.deleted_at is null)`,
    ],
    filter.min_orders !== undefined && [`(select count(*) ${PLACED}) >= ?`, filter.min_orders],
    filter.max_orders !== undefined && [`(select count(*) ${PLACED}) <= ?`, filter.max_orders],
    filter.min_spent !== undefined && [`${SPENT} >= ?`, currency_code, filter.min_spent],
    filter.max_spent !== undefined && [`${SPENT} <= ?`, currency_code, filter.max_spent],
  ]
  return conditions.filter((condition): condition is Condition => Boolean(condition))
}
