import { readRows, type HostDatabase } from "../host-database"

export interface OpenCartRow {
  customer_id: string
  currency_code: string
  /** By name: the host keeps no order of the items. */
  products: string[]
  /** Decimal. */
  value: string
}

/** Of each of these customers the open cart that was changed last, if it holds anything. */
export const listOpenCarts = (db: HostDatabase, customer_ids: readonly string[]) =>
  readRows<OpenCartRow>(
    db,
    `select distinct on (cart.customer_id) cart.customer_id, cart.currency_code, held.products,
            held.value::text as value
       from cart
      cross join lateral (
        select array_agg(coalesce(item.product_title, item.title)
                         order by coalesce(item.product_title, item.title), item.id) as products,
               sum(item.unit_price * item.quantity) as value
          from cart_line_item as item
         where item.cart_id = cart.id and item.deleted_at is null
      ) as held
      where cart.customer_id = any (?) and cart.deleted_at is null and cart.completed_at is null
        and held.products is not null
      order by cart.customer_id, cart.updated_at desc, cart.id`,
    [customer_ids]
  )
