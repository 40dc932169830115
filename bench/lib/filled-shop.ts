import { Client } from "pg"

/** Id of the customer with this number. */
export const customerId = (place: number) => `cus_bench_${place}`

interface ShopInput {
  customers: number
  /** Of all but the first customer. */
  ordersEach: number
  /** Of the first customer, number 0. */
  ordersOfFirst: number
}

/**
 * Customers and orders of one product in the host's own tables, by SQL: through the host's workflows
 * 100,000 orders take an hour.
 *
 * @returns how many orders there are
 */
export async function fillShop(databaseUrl: string, shop: ShopInput): Promise<number> {
  const { customers, ordersEach, ordersOfFirst } = shop
  const orders = ordersOfFirst + (customers - 1) * ordersEach
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    `insert into customer (id, email, first_name, has_account)
     select 'cus_bench_' || place, 'customer-' || place || '@example.com', 'First ' || place, true
       from generate_series(0, $1::integer - 1) as place`,
    [customers]
  )
  await client.query(
    `insert into "order" (id, customer_id, status, currency_code, created_at)
     select 'order_bench_' || place,
            'cus_bench_' || case when place < $2 then 0 else 1 + (place - $2) % ($3::integer - 1) end,
            'pending', 'eur', now() - (place % 700) * interval '1 day'
       from generate_series(0, $1::integer - 1) as place`,
    [orders, ordersOfFirst, customers]
  )
  await client.query(
    `insert into order_summary (id, order_id, version, totals)
     select 'ordsum_bench_' || place, 'order_bench_' || place, 1,
            jsonb_build_object('current_order_total', 10 + place % 90, 'paid_total', 0,
                               'accounting_total', 10 + place % 90, 'pending_difference', 0)
       from generate_series(0, $1::integer - 1) as place`,
    [orders]
  )
  await client.query(
    `insert into order_line_item (id, title, product_title, unit_price, raw_unit_price)
     select 'ordli_bench_' || place, 'Tin', 'Tea ' || place % 40, 10, '{"value":"10"}'
       from generate_series(0, $1::integer - 1) as place`,
    [orders]
  )
  const none = `0, '{"value":"0"}'::jsonb`
  await client.query(
    `insert into order_item (id, order_id, version, item_id, quantity, raw_quantity,
            fulfilled_quantity, raw_fulfilled_quantity, delivered_quantity, raw_delivered_quantity,
            shipped_quantity, raw_shipped_quantity, return_requested_quantity,
            raw_return_requested_quantity, return_received_quantity, raw_return_received_quantity,
            return_dismissed_quantity, raw_return_dismissed_quantity, written_off_quantity,
            raw_written_off_quantity)
     select 'orditem_bench_' || place, 'order_bench_' || place, 1, 'ordli_bench_' || place,
            1, '{"value":"1"}', ${Array(7).fill(none).join(", ")}
       from generate_series(0, $1::integer - 1) as place`,
    [orders]
  )
  await client.query(`analyze`)
  await client.end()
  return orders
}
