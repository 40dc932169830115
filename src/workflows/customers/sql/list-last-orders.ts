import { readRows, type HostDatabase } from "../host-database"

export interface LastOrderRow {
  customer_id: string
  /** By name: the host keeps no order of the items. */
  products: string[] | null
  locale: string | null
  country_code: string | null
}

/** The last order of each of these customers who placed one, with the names of what was in it. */
export const listLastOrders = (db: HostDatabase, customer_ids: readonly string[]) =>
  readRows<LastOrderRow>(
    db,
    `select customer.id as customer_id, placed.locale, address.country_code,
            (select array_agg(coalesce(line.product_title, line.title)
                              order by coalesce(line.product_title, line.title), item.id)
               from order_item as item
               join order_line_item as line on line.id = item.item_id
              where item.order_id = placed.id and item.version = placed.version
                and item.deleted_at is null) as products
       from unnest(?::text[]) as customer (id)
      cross join lateral (
        select placed.id, placed.version, placed.locale, placed.shipping_address_id
          from "order" as placed
         where placed.customer_id = customer.id and placed.deleted_at is null
           and placed.canceled_at is null and not placed.is_draft_order
         order by placed.created_at desc, placed.id desc
         limit 1
      ) as placed
       left join order_address as address on address.id = placed.shipping_address_id`,
    [customer_ids]
  )
