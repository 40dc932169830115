import { readRows, type HostDatabase } from "../host-database"

export interface FavouritesRow {
  customer_id: string
  top_product: string | null
  top_category: string | null
}

/**
 * The product and the category of which each of these customers ordered most pieces. Customer by
 * customer, as `listOrderTotals` does.
 */
export const listFavourites = (db: HostDatabase, customer_ids: readonly string[]) =>
  readRows<FavouritesRow>(
    db,
    `with bought as materialized (
       select customer.id as customer_id, bought.product_id, bought.product, bought.pieces
         from unnest(?::text[]) as customer (id)
        cross join lateral (
          select line.product_id, max(coalesce(line.product_title, line.title)) as product,
                 sum(item.quantity) as pieces
            from "order" as placed
            join order_item as item
              on item.order_id = placed.id and item.version = placed.version
             and item.deleted_at is null
            join order_line_item as line on line.id = item.item_id
           where placed.customer_id = customer.id and placed.deleted_at is null
             and placed.canceled_at is null and not placed.is_draft_order
           group by line.product_id, coalesce(line.product_id, line.title)
        ) as bought
     ), product as (
       select distinct on (customer_id) customer_id, product
         from bought order by customer_id, pieces desc, product
     ), category as (
       select distinct on (bought.customer_id) bought.customer_id, category.name
         from bought
         join product_category_product as member on member.product_id = bought.product_id
         join product_category as category
           on category.id = member.product_category_id and category.deleted_at is null
        group by bought.customer_id, category.id, category.name
        order by bought.customer_id, sum(bought.pieces) desc, category.name
     )
     select product.customer_id, product.product as top_product, category.name as top_category
       from product left join category on category.customer_id = product.customer_id`,
    [customer_ids]
  )
