import type { RemoteQueryFunction } from "@medusajs/framework/types"

const PAGE_SIZE = 1_000

/** What is known of a customer's orders. */
export interface OrderFacts {
  orders_count: number
  /** Of the newest order. */
  last_order_at: Date
}

interface OrderRow {
  id: string
  customer_id?: string | null
  created_at: string | Date
}

/** Of those of these customers who placed an order. Drafts and cancelled orders do not count. */
export async function listOrderFacts(
  query: Pick<RemoteQueryFunction, "graph">,
  customer_ids: string[]
): Promise<Map<string, OrderFacts>> {
  const facts = new Map<string, OrderFacts>()
  if (customer_ids.length === 0) return facts
  for (let after: string | null = null; ;) {
    const { data: orders }: { data: OrderRow[] } = await query.graph({
      entity: "order",
      fields: ["id", "customer_id", "created_at"],
      filters: {
        customer_id: customer_ids,
        is_draft_order: false,
        canceled_at: null,
        ...(after !== null && { id: { $gt: after } }),
      },
      pagination: { skip: 0, take: PAGE_SIZE, order: { id: "ASC" } },
    })
    for (const { customer_id, created_at } of orders) {
      if (customer_id) facts.set(customer_id, withOrder(facts.get(customer_id), created_at))
    }
    if (orders.length < PAGE_SIZE) return facts
    after = orders.at(-1)?.id ?? null
  }
}

function withOrder(facts: OrderFacts | undefined, created_at: string | Date): OrderFacts {
  const at = new Date(created_at)
  if (!facts) return { orders_count: 1, last_order_at: at }
  return {
    orders_count: facts.orders_count + 1,
    last_order_at: at > facts.last_order_at ? at : facts.last_order_at,
  }
}
