import { readFile } from "node:fs/promises"
import path from "node:path"
import { parse } from "csv-parse/sync"
import type {
  ExecArgs,
  ICustomerModuleService,
  IOrderModuleService,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

interface Person {
  email: string
  first_name: string
  last_name: string
  company: string
  last_order: string
}

/** `medusa exec`: the people of demo/leads.csv are customers of this shop, each with one to three orders. */
export default async function seedShop({ container }: ExecArgs): Promise<void> {
  const file = await readFile(path.resolve("demo/leads.csv"))
  const people = parse<Person>(file, { bom: true, columns: true, relax_column_count: true })
  const known = people.filter(({ email }) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
  const unique = [...new Map(known.map((one) => [one.email.toLowerCase(), one])).values()]
  const shop = container.resolve<ICustomerModuleService>(Modules.CUSTOMER)
  // A database that is given may have seen a demo before.
  const [seen] = await shop.listCustomers({ email: unique.map(({ email }) => email) }, { take: 1 })
  if (seen) return
  const customers = await shop.createCustomers(
    unique.map(({ email, first_name, last_name, company }) => ({
      email: email.toLowerCase(),
      first_name,
      last_name,
      company_name: company,
      has_account: true,
    }))
  )
  const ids = new Map(customers.map(({ id, email }) => [email, id]))
  await container.resolve<IOrderModuleService>(Modules.ORDER).createOrders(
    unique.flatMap(({ email, last_order }, place) =>
      Array.from({ length: 1 + (place % 3) }, () => ({
        customer_id: ids.get(email.toLowerCase()),
        email: email.toLowerCase(),
        currency_code: "eur",
        items: [{ title: last_order, quantity: 2 + (place % 5), unit_price: 12 + (place % 7) }],
      }))
    )
  )
  // The order module dates orders itself: spread them over the months before.
  const db = container.resolve<{ raw(statement: string): Promise<unknown> }>(
    ContainerRegistrationKeys.PG_CONNECTION
  )
  await db.raw(
    `update "order" set created_at = now() - (20 + display_id * 37 % 240) * interval '1 day'`
  )
}
