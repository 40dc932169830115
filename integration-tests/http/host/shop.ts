import type {
  ICartModuleService,
  ICustomerModuleService,
  IOrderModuleService,
  IProductModuleService,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Host } from "../../../testing/host-suite"

interface OrderInput {
  /** ISO 8601. @default now */
  created_at?: string
  items?: { title: string; quantity?: number; unit_price?: number; product_id?: string }[]
  currency_code?: string
  [field: string]: unknown
}

/** The host's own modules, as its workflows fill them. */
export function shopOf(host: Host) {
  const container = host.container()
  const customers = container.resolve<ICustomerModuleService>(Modules.CUSTOMER)
  const orders = container.resolve<IOrderModuleService>(Modules.ORDER)
  return {
    customers,
    orders,
    products: container.resolve<IProductModuleService>(Modules.PRODUCT),
    carts: container.resolve<ICartModuleService>(Modules.CART),

    async addGroup(name: string, customer_ids: string[]): Promise<string> {
      const group = await customers.createCustomerGroups({ name })
      await customers.addCustomerToGroup(
        customer_ids.map((customer_id) => ({ customer_id, customer_group_id: group.id }))
      )
      return group.id
    },

    async order(
      customer_id: string,
      { created_at, items = [], currency_code = "eur", ...more }: OrderInput = {}
    ): Promise<string> {
      const made = await orders.createOrders({
        customer_id,
        currency_code,
        items: items.map((item) => ({ quantity: 1, unit_price: 10, ...item })),
        ...more,
      })
      if (created_at) {
        await host.query(`update "order" set created_at = $2 where id = $1`, [made.id, created_at])
      }
      return made.id
    },
  }
}

export const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
