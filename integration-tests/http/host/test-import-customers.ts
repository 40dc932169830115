import type { Host } from "../../../testing/host-suite"
import { createCampaign } from "../../../testing/outreach-fixtures"
import { clientOf, refusal, type Client } from "../outreach/client"
import { daysAgo, shopOf } from "./shop"

/** Leads that are customers of the host: found by what they ordered, or by their address. */
export function testImportCustomers(host: Host): void {
  let client: Client
  let leads: string
  beforeEach(async () => {
    client = clientOf(host)
    leads = `/campaigns/${(await createCampaign(host, { leads: 0 })).campaign_id}/leads`
  })
  const makeCustomers = async (...names: string[]) => {
    const people = names.map((name) => ({ email: `${name}@example.com`, first_name: name }))
    const made = await shopOf(host).customers.createCustomers(people)
    return new Map(made.map(({ id, first_name }) => [first_name, id]))
  }
  const dryRun = (customers: object) => client.post(`${leads}?dry_run=true`, { customers })
  const namesOf = async () => {
    const { body } = await client.get(`${leads}?limit=200`)
    return body.leads.map(({ first_name }: { first_name: string }) => first_name).sort()
  }

  it("are those whom every condition fits; the count comes before the import, which can be repeated", async () => {
    const shop = shopOf(host)
    const ids = await makeCustomers("often", "late", "never", "cart")
    const idOf = (name: string) => ids.get(name) ?? ""
    const category = await shop.products.createProductCategories({ name: "Tea", is_active: true })
    const tea = await shop.products.createProducts({
      title: "Earl Grey",
      category_ids: [category.id],
    })
    for (let place = 0; place < 3; place += 1) {
      await shop.order(idOf("often"), { created_at: daysAgo(place + 1), items: [{ title: "Cup" }] })
    }
    await shop.order(idOf("late"), {
      created_at: daysAgo(100),
      items: [{ title: "Earl Grey", product_id: tea.id, unit_price: 200 }],
    })
    await shop.order(idOf("never"), { is_draft_order: true, items: [{ title: "Cup" }] })
    await shop.orders.cancel(await shop.order(idOf("never"), { items: [{ title: "Cup" }] }))
    const cart = await shop.carts.createCarts({ customer_id: idOf("cart"), currency_code: "eur" })
    await shop.carts.addLineItems(cart.id, [
      { title: "Pot", quantity: 1, unit_price: 5, requires_shipping: false },
    ])
    await shop.carts.createCarts({ customer_id: idOf("never"), currency_code: "eur" })

    const group_id = await shop.addGroup("Some", [idOf("often"), idOf("cart")])
    const cases: [object, string[]][] = [
      [{ product_id: tea.id }, ["late"]],
      [{ product_category_id: category.id }, ["late"]],
      [{ not_ordered_for_days: 60 }, ["late"]],
      [{ not_ordered_for_days: 365 }, []],
      [{ has_open_cart: true }, ["cart"]],
      [{ min_orders: 2 }, ["often"]],
      [{ max_orders: 0 }, ["cart", "never"]],
      [{ min_orders: 1, max_orders: 1 }, ["late"]],
      [{ min_spent: 100, currency_code: "eur" }, ["late"]],
      [{ min_spent: 1, max_spent: 100, currency_code: "eur" }, ["often"]],
      [{ min_spent: 1, currency_code: "usd" }, []],
      [{ customer_group_id: group_id, min_orders: 1 }, ["often"]],
    ]
    for (const [filter, names] of cases) {
      const { status, body } = await dryRun(filter)
      expect([filter, status, body]).toEqual([
        filter,
        200,
        { created: names.length, updated: 0, skipped: 0, errors: [] },
      ])
    }
    expect(await namesOf()).toEqual([])
    const quiet = { customers: { not_ordered_for_days: 60 } }
    expect((await client.post(leads, quiet)).body).toMatchObject({ created: 1 })
    expect(await namesOf()).toEqual(["late"])
    await shop.order(idOf("never"), { created_at: daysAgo(61), items: [{ title: "Cup" }] })
    expect((await client.post(leads, quiet)).body).toMatchObject({ created: 1, skipped: 1 })
    expect(await namesOf()).toEqual(["late", "never"])
  })

  it.each([
    [{}, "at least one condition"],
    [{ currency_code: "eur" }, "at least one condition"],
    [{ min_spent: 1 }, "currency_code"],
    [{ min_orders: 1, currency_code: "eur" }, "currency_code"],
    [{ has_open_cart: false }, "has_open_cart"],
    [{ not_ordered_for_days: 0 }, "not_ordered_for_days"],
    [{ colour: "red" }, "colour"],
  ])("are not found by %j", async (filter, words) => {
    expect(await client.post(leads, { customers: filter })).toMatchObject({
      status: 400,
      body: refusal(words),
    })
  })

  it("of a file are linked by their address where somebody chose so, an account before a guest", async () => {
    const { customers } = shopOf(host)
    await customers.createCustomers({ email: "ada@example.com", has_account: false })
    const account = await customers.createCustomers({ email: "ada@example.com", has_account: true })
    const file = "email,customer_id\nADA@example.com,\nbob@example.com,\nown@example.com,cus_own\n"
    const linked = async () => {
      const { body } = await client.get(leads)
      return body.leads.map(({ customer_id }: { customer_id: string | null }) => customer_id)
    }
    expect((await client.upload(leads, file)).body).toMatchObject({ created: 3 })
    expect(await linked()).toEqual([null, null, "cus_own"])
    const query = "?link_customers=true&on_existing=update"
    const planned = await client.upload(`${leads}${query}&dry_run=true`, file)
    expect(planned.body).toMatchObject({ created: 0, updated: 1, skipped: 2 })
    expect((await client.upload(`${leads}${query}`, file)).body).toMatchObject({ updated: 1 })
    expect(await linked()).toEqual([account.id, null, "cus_own"])
  })
}
