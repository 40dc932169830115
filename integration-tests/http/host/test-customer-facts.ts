import type { PlaygroundModuleService } from "../../../src/modules/playground"
import { CUSTOMER_FACTS, type CustomerFact } from "../../../src/ports"
import { resolveHostDatabase } from "../../../src/workflows/customers/host-database"
import { readCustomerFacts } from "../../../src/workflows/customers/read-customer-facts"
import type { Host } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"
import { eventually } from "../../../testing/eventually"
import { clientOf } from "../outreach/client"
import { daysAgo, shopOf } from "./shop"

/** `{{ customer.… }}`: orders, groups and carts of a lead who is the host's customer. */
export function testCustomerFacts(host: Host): void {
  const factsOf = (ids: string[], names: readonly CustomerFact[] = CUSTOMER_FACTS) =>
    readCustomerFacts(resolveHostDatabase(host.container()), ids, [...names])
  const makeCustomers = async (...names: string[]) => {
    const made = await shopOf(host).customers.createCustomers(
      names.map((name) => ({ email: `${name}@example.com`, first_name: name }))
    )
    return made.map(({ id }) => id)
  }

  it("is read of orders that count, in each customer's main currency", async () => {
    const shop = shopOf(host)
    const [ada = "", bob = ""] = await makeCustomers("ada", "bob")
    const category = await shop.products.createProductCategories({ name: "Tea", is_active: true })
    const product = await shop.products.createProducts({
      title: "Earl Grey",
      category_ids: [category.id],
    })
    const cup = { title: "Cup", unit_price: 5 }
    await shop.order(ada, {
      created_at: daysAgo(40),
      items: [{ title: "Earl Grey", product_id: product.id, quantity: 7, unit_price: 10 }],
    })
    await shop.order(ada, {
      created_at: daysAgo(10.5),
      locale: "fr-FR",
      shipping_address: { country_code: "fr" },
      items: [cup, { title: "Saucer", unit_price: 4.5, quantity: 2 }, cup],
    })
    await shop.order(ada, { created_at: daysAgo(5), currency_code: "usd", items: [cup] })
    await shop.order(ada, { created_at: daysAgo(1), is_draft_order: true, items: [cup] })
    await shop.orders.cancel(await shop.order(ada, { created_at: daysAgo(2), items: [cup] }))
    await shop.addGroup("VIP", [ada])
    await shop.addGroup("Cafés", [ada])
    const cart = await shop.carts.createCarts({ customer_id: ada, currency_code: "jpy" })
    await shop.carts.addLineItems(cart.id, [
      { title: "Kettle", quantity: 2, unit_price: 1500, requires_shipping: false },
    ])

    const facts = await factsOf([ada, bob, "cus_unknown"])
    expect(facts.get(ada)).toEqual({
      orders_count: 3,
      total_spent: "89.00 EUR",
      average_order: "44.50 EUR",
      first_order_at: daysAgo(40).slice(0, 10),
      last_order_at: daysAgo(5).slice(0, 10),
      days_since_last_order: 5,
      last_order: { products: "Cup" },
      top_category: "Tea",
      top_product: "Earl Grey",
      groups: "Cafés, VIP",
      language: null,
      country: null,
      open_cart: { products: "Kettle", value: "3000 JPY" },
    })
    expect(facts.get(bob)).toMatchObject({
      orders_count: 0,
      total_spent: null,
      last_order_at: null,
      last_order: { products: null },
      groups: null,
      open_cart: { products: null, value: null },
    })
    expect([...facts.keys()].sort()).toEqual([ada, bob].sort())

    await host.query(`update "order" set deleted_at = now() where currency_code = 'usd'`)
    expect((await factsOf([ada])).get(ada)).toMatchObject({
      orders_count: 2,
      days_since_last_order: 10,
      last_order: { products: "Cup, Saucer" },
      language: "fr-FR",
      country: "FR",
    })
  })

  it("is what was asked for, and nothing is read for the rest", async () => {
    const [ada = ""] = await makeCustomers("ada")
    const statements: string[] = []
    const db = resolveHostDatabase(host.container())
    const watched = {
      raw: (statement: string, values: readonly unknown[]) => {
        statements.push(statement)
        return db.raw(statement, values)
      },
    }
    const facts = await readCustomerFacts(watched, [ada], ["orders_count", "open_cart.value"])
    expect(facts.get(ada)).toEqual({ orders_count: 0, open_cart: { value: null } })
    expect(statements).toHaveLength(3)
    await readCustomerFacts(watched, [], CUSTOMER_FACTS)
    await readCustomerFacts(watched, [ada], [])
    expect(statements).toHaveLength(3)
    await readCustomerFacts(watched, [ada], CUSTOMER_FACTS)
    expect(statements).toHaveLength(8)
  })

  it("is read in as many statements for 200 customers with 10,000 orders as for one without", async () => {
    const ids = Array.from({ length: 200 }, (_, place) => `cus_many_${place}`)
    await host.query(
      `insert into customer (id, email)
       select id, id || '@example.com' from unnest($1::text[]) as id`,
      [ids]
    )
    await host.query(
      `insert into "order" (id, customer_id, status, currency_code, created_at)
       select 'order_many_' || place, 'cus_many_' || place % 200, 'pending', 'eur',
              now() - place * interval '1 minute'
         from generate_series(0, 9999) as place`
    )
    await host.query(
      `insert into order_summary (id, order_id, version, totals)
       select 'ordsum_many_' || place, 'order_many_' || place, 1, '{"current_order_total": 2.5}'
         from generate_series(0, 9999) as place`
    )
    let statements = 0
    const db = resolveHostDatabase(host.container())
    const counted: typeof db = {
      raw: (statement, values) => {
        statements += 1
        return db.raw(statement, values)
      },
    }
    const facts = await readCustomerFacts(counted, ids, CUSTOMER_FACTS)
    expect(statements).toBe(5)
    expect(facts.size).toBe(200)
    expect(facts.get("cus_many_7")).toMatchObject({
      orders_count: 50,
      total_spent: "125.00 EUR",
      average_order: "2.50 EUR",
      days_since_last_order: 0,
    })
    // Amounts that nobody asked for are not summed, and the rest is as it was.
    expect((await factsOf(ids.slice(7, 8), ["orders_count"])).get("cus_many_7")).toEqual({
      orders_count: 50,
    })
  })

  it("fills prompts, is frozen with the batch, and marks an approved e-mail when it changes", async () => {
    const shop = shopOf(host)
    const [ada = ""] = await makeCustomers("ada")
    await shop.order(ada, { created_at: daysAgo(3), items: [{ title: "Cup" }] })
    const { campaign_id } = await createCampaign(host, {
      leads: 0,
      system_prompt:
        "Subject: {{ customer.orders_count | default: 'no' }} orders\n\n" +
        "{{ customer.last_order.products | default: 'nothing' }}, " +
        "{{ customer.days_since_last_order | default: 'no' }} days, {{ customer.total_spent | default: '0' }}",
    })
    const client = clientOf(host)
    const leads = `/campaigns/${campaign_id}/leads`
    await client.post(leads, {
      leads: [
        { email: "ada@example.com", customer_id: ada },
        { email: "stranger@example.com", customer_id: "cus_unknown" },
        { email: "lead@example.com", attributes: { customer: "x" } },
      ],
    })
    const base = `/campaigns/${campaign_id}/playground`
    const namesFor = async (place: number) => {
      const { body: list } = await client.get(leads)
      const campaign_lead_ids = [list.leads[place].id]
      const asked = { step_index: 1, campaign_lead_ids }
      return (await client.post(`${base}/preview`, asked)).body.customer_facts
    }
    // What the option names by default, for whoever is a customer.
    expect(await namesFor(0)).toEqual([
      "orders_count",
      "total_spent",
      "last_order_at",
      "days_since_last_order",
      "last_order.products",
      "groups",
    ])
    expect([await namesFor(1), await namesFor(2)]).toEqual([[], []])
    const { body: batch } = await client.post(`${base}/generate`, { step_index: 1 })
    const drafts = async () =>
      (await client.get(`${base}/drafts?batch_id=${batch.batch_id}`)).body.drafts
    await eventually(async () => (await drafts()).length === 3, {
      withinMs: 30_000,
      because: "all three are drafted",
    })
    const [first, second, third] = await drafts()
    expect([first.subject, first.body]).toEqual(["1 orders", "Cup, 3 days, 10.00 EUR"])
    // What stood in the prompt stands beside the draft.
    expect(first.customer).toMatchObject({
      orders_count: 1,
      days_since_last_order: 3,
      last_order: { products: "Cup" },
    })
    expect(third).not.toHaveProperty("customer")
    expect([second.body, third.body]).toEqual(Array(2).fill("nothing, no days, 0"))

    const approve = () =>
      client.post(`${leads}/${first.campaign_lead_id}/approve`, {
        step_index: 1,
        subject: first.subject,
        body: first.body,
        draft_id: first.id,
      })
    expect((await approve()).status).toBe(200)
    const playground = host.container().resolve<PlaygroundModuleService>("playground")
    const changedAt = async () =>
      (await playground.retrieveApprovedEmail(first.campaign_lead_id, 1))?.lead_changed_at
    const touch = (title: string) => client.patch(`${leads}/${first.campaign_lead_id}`, { title })
    // The lead as it was: only the days since the last order have become more.
    await host.query(
      `update playground_draft_input set lead_snapshot = jsonb_set(lead_snapshot, '{customer,days_since_last_order}', '1')`
    )
    expect(await changedAt()).toBeNull()
    await shop.order(ada, { items: [{ title: "Pot" }] })
    await touch("CTO")
    expect(await changedAt()).toEqual(expect.any(Date))
  })
}
