import type { CustomerFact, CustomerFacts } from "../../ports"
import type { HostDatabase } from "./host-database"
import { listFavourites } from "./sql/list-favourites"
import { listLastOrders } from "./sql/list-last-orders"
import { listOpenCarts } from "./sql/list-open-carts"
import { listOrderTotals, type OrderTotalsRow } from "./sql/list-order-totals"
import { listProfiles } from "./sql/list-profiles"
import { toAmount, toDay, toList, wholeDaysBetween } from "./to-fact"

const MAX_PRODUCTS = 5
const MAX_GROUPS = 10

/**
 * What the shop knows of these customers, by their id: at most five statements, however many customers
 * and orders there are, and none for what is not asked. A customer who is not there (any more) has no
 * entry.
 */
export async function readCustomerFacts(
  db: HostDatabase,
  customer_ids: readonly string[],
  names: readonly CustomerFact[]
): Promise<Map<string, CustomerFacts>> {
  if (customer_ids.length === 0 || names.length === 0) return new Map()
  const wants = new Set<string>(names)
  const wantsOne = (...some: CustomerFact[]) => some.some((name) => wants.has(name))
  const [profiles, totals, lastOrders, favourites, carts] = await Promise.all([
    listProfiles(db, customer_ids, {
      withGroups: wants.has("groups"),
      withCountry: wants.has("country"),
    }),
    wantsOne(
      "orders_count",
      "total_spent",
      "average_order",
      "first_order_at",
      "last_order_at",
      "days_since_last_order"
    )
      ? listOrderTotals(db, customer_ids, { withAmounts: wantsOne("total_spent", "average_order") })
      : [],
    wantsOne("last_order.products", "language", "country") ? listLastOrders(db, customer_ids) : [],
    wantsOne("top_category", "top_product") ? listFavourites(db, customer_ids) : [],
    wantsOne("open_cart.products", "open_cart.value") ? listOpenCarts(db, customer_ids) : [],
  ])
  const lastOrderOf = byCustomer(lastOrders)
  const favouritesOf = byCustomer(favourites)
  const cartOf = byCustomer(carts)
  const totalsOf = new Map<string, OrderTotalsRow[]>()
  for (const row of totals) {
    totalsOf.set(row.customer_id, [...(totalsOf.get(row.customer_id) ?? []), row])
  }
  const now = new Date()
  return new Map(
    profiles.map((profile) => {
      const id = profile.customer_id
      const lastOrder = lastOrderOf.get(id)
      const favourite = favouritesOf.get(id)
      const cart = cartOf.get(id)
      const country = lastOrder?.country_code ?? profile.country_code
      const facts: Record<CustomerFact, string | number | null> = {
        ...toOrderFacts(totalsOf.get(id) ?? [], now),
        "last_order.products": toList(lastOrder?.products, MAX_PRODUCTS),
        top_category: favourite?.top_category ?? null,
        top_product: favourite?.top_product ?? null,
        groups: toList(profile.groups, MAX_GROUPS),
        language: lastOrder?.locale ?? null,
        country: country?.toUpperCase() ?? null,
        "open_cart.products": toList(cart?.products, MAX_PRODUCTS),
        "open_cart.value": cart ? toAmount(cart.value, cart.currency_code) : null,
      }
      return [id, nest(Object.entries(facts).filter(([name]) => wants.has(name)))]
    })
  )
}

/** @param totals one row a currency, that of most orders first */
function toOrderFacts(totals: readonly OrderTotalsRow[], now: Date) {
  const [main] = totals
  const days = totals.map(({ last_order_at }) => last_order_at.getTime())
  const firsts = totals.map(({ first_order_at }) => first_order_at.getTime())
  const last = main ? new Date(Math.max(...days)) : null
  return {
    orders_count: totals.reduce((sum, { orders }) => sum + orders, 0),
    total_spent: main ? toAmount(main.total, main.currency_code) : null,
    average_order: main ? toAmount(main.average, main.currency_code) : null,
    first_order_at: main ? toDay(new Date(Math.min(...firsts))) : null,
    last_order_at: last && toDay(last),
    days_since_last_order: last && wholeDaysBetween(last, now),
  }
}

const byCustomer = <Row extends { customer_id: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.customer_id, row]))

/** `open_cart.value` becomes `{ open_cart: { value } }`. */
function nest(entries: [string, unknown][]): CustomerFacts {
  const facts: Record<string, unknown> = {}
  for (const [path, value] of entries) {
    const [name = path, member] = path.split(".")
    const known = facts[name]
    facts[name] = member ? { ...(typeof known === "object" ? known : {}), [member]: value } : value
  }
  return facts
}
