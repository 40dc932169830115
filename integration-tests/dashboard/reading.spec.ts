import type { JsonObject } from "../../src/ports"
import { outcomeOf } from "../../src/admin/lib/playground/batch-outcome"
import { groupFailures, remedyOf } from "../../src/admin/lib/playground/failure-groups"
import { firstWords } from "../../src/admin/lib/playground/first-words"
import { listCustomerFacts } from "../../src/admin/lib/playground/customer-facts"
import { listFacts } from "../../src/admin/lib/playground/lead-facts"
import { toMail } from "../../src/admin/lib/playground/mail-preview"
import { pickLeads } from "../../src/admin/lib/playground/pick-leads"
import type { CustomerFacts } from "../../src/ports"
import type { Lead, LeadProgress } from "../../src/admin/lib/playground/types"
import { withRemark } from "../../src/admin/lib/playground/with-remark"

const lead = (values: Partial<Lead>): Lead => ({
  id: "lead",
  campaign_id: "campaign",
  email: "ada@example.com",
  first_name: null,
  last_name: null,
  company: null,
  title: null,
  attributes: {},
  customer_id: null,
  email_consent: "unknown",
  created_at: "",
  updated_at: "",
  ...values,
})

const counts = { pending: 0, running: 0, succeeded: 0, failed: 0, cancelled: 0, total: 0 }

describe("what a batch came to", () => {
  it("is no success where nothing was written, and names failures beside drafts", () => {
    const of = (part: Partial<typeof counts>) =>
      outcomeOf({ status: "finished", counts: { ...counts, ...part } })
    expect(of({ succeeded: 3, total: 3 })).toBe("finished")
    expect(of({ succeeded: 2, failed: 1, total: 3 })).toBe("partly")
    expect(of({ failed: 3, total: 3 })).toBe("nothing")
    expect(outcomeOf({ status: "cancelled", counts })).toBe("cancelled")
  })

  it("groups failures by their reason, the commonest first, each lead once", () => {
    const failed = (id: string, code: string, params: JsonObject = {}): LeadProgress => ({
      campaign_lead_id: id,
      status: "failed",
      attempt: 1,
      error: { code, params, message: `words about ${id}` },
      completed_at: null,
      has_draft: false,
    })
    const groups = groupFailures(
      [
        failed("1", "key_refused"),
        failed("2", "missing_variable", { variables: ["lead.first_name"] }),
        failed("3", "missing_variable", { variables: ["lead.first_name"] }),
        failed("4", "missing_variable", { variables: ["lead.title"] }),
        { ...failed("5", "key_refused"), status: "pending" },
        failed("6", "provider_unavailable", { status: 500 }),
        failed("7", "provider_unavailable", { status: 503 }),
        failed("8", "provider_unavailable", { status: 502 }),
      ],
      "failed",
      // A status is no part of the sentence.
      ({ code, params }) => `${code} ${JSON.stringify(params.variables)}`
    )
    expect(groups.map(({ campaign_lead_ids }) => campaign_lead_ids)).toEqual([
      ["6", "7", "8"],
      ["2", "3"],
      ["1"],
      ["4"],
    ])
    expect([remedyOf("missing_variable"), remedyOf("key_refused"), remedyOf("new")]).toEqual([
      "prompt",
      "developer",
      "again",
    ])
  })
})

describe("the facts beside a draft", () => {
  const words = { yes: "yes", no: "no" }

  it("are marked where the draft says them, whatever the case, and never within a longer word", () => {
    const facts = listFacts(
      lead({ first_name: "Al", company: "Café  Noir", attributes: { town: "Oslo", since: 1999 } }),
      { subject: "For CAFÉ NOIR", body: "Hello, also in Oslo since 19990." },
      words
    )
    expect(facts.filter(({ isUsed }) => isUsed).map(({ name }) => name)).toEqual([
      "company",
      "town",
    ])
    expect(facts.map(({ name }) => name)).toEqual([
      "email",
      "first_name",
      "company",
      "town",
      "since",
    ])
  })

  it("are words, whatever an attribute holds: no JSON, and nothing where there is nothing", () => {
    const attributes = {
      seats: 12,
      is_vip: true,
      left: false,
      tags: ["tea", "pots", null],
      address: { city: "Köln", geo: { lat: 50.9 }, note: null },
      branches: [
        { city: "Bonn", open: true },
        { city: "Ulm", open: null },
      ],
      deep: { a: { b: { c: { d: { e: 1 } } } } },
      nothing: {},
      none: [],
    }
    const draft = { subject: "For Köln", body: "Tea for 12 seats?" }
    const facts = listFacts(lead({ attributes }), draft, words)
    expect(facts.slice(1).map(({ name, value, isUsed }) => [name, value, isUsed])).toEqual([
      ["seats", "12", true],
      ["is_vip", "yes", false],
      ["left", "no", false],
      ["tags", "tea, pots", true],
      ["address › city", "Köln", true],
      ["address › geo › lat", "50.9", false],
      ["branches", "city: Bonn, open: yes; city: Ulm", false],
      ["deep › a › b › c › d", "e: 1", false],
    ])
  })
})

describe("what the shop knows of a lead", () => {
  const format = {
    number: String,
    day: (date: string) => `day ${date}`,
    money: (amount: number, currency: string) => `${currency} ${amount}`,
    language: (code: string) => `language ${code}`,
    country: (code: string) => `country ${code}`,
  }
  const said = (customer: CustomerFacts, body: string) =>
    listCustomerFacts(customer, { subject: "Hello", body }, format).map(
      ({ name, value, isUsed }) => [name, value, isUsed]
    )

  it("stands in the reader's words, in one order, and only what there is", () => {
    const customer = {
      open_cart: { products: null, value: "12.50 EUR" },
      country: "FR",
      last_order_at: "2026-05-01",
      total_spent: "249.00 EUR",
      orders_count: 0,
      top_category: null,
    }
    expect(said(customer, "")).toEqual([
      ["orders_count", "0", false],
      ["total_spent", "EUR 249", false],
      ["last_order_at", "day 2026-05-01", false],
      ["country", "country FR", false],
      ["open_cart.value", "EUR 12.5", false],
    ])
  })

  it("is marked where the draft says it, as the prompt had it, as one reads it, or in part of a list", () => {
    const customer = { total_spent: "249.00 EUR", last_order: { products: "Cup, Saucer" } }
    const used = (body: string) => said(customer, body).map(([, , isUsed]) => isUsed)
    expect(used("You spent 249.00 EUR on a SAUCER.")).toEqual([true, true])
    expect(used("You spent EUR 249 on saucers.")).toEqual([true, false])
    expect(used("Hello.")).toEqual([false, false])
  })
})

describe("a sample", () => {
  it("picks leads that lack something, say much or are odd, and nobody where nobody is", () => {
    const plain = { first_name: "Ada", last_name: "L", company: "Engines", title: "Owner" }
    const leads = [
      lead({ id: "plain", ...plain }),
      lead({ id: "lacking", ...plain, title: "" }),
      lead({ id: "odd", ...plain, company: "株式会社さくら" }),
      lead({ id: "long", ...plain, attributes: { note: "x".repeat(400) } }),
    ]
    expect(pickLeads(leads, "lacking").map(({ id }) => id)).toEqual(["lacking"])
    expect(pickLeads(leads, "oddest").map(({ id }) => id)).toEqual(["odd"])
    expect(pickLeads(leads, "longest").map(({ id }) => id)).toContain("long")
    expect(pickLeads([], "oddest")).toEqual([])
  })
})

describe("a prompt", () => {
  it("is called by its first words", () => {
    expect(firstWords("  Write to {{ lead.first_name }}.\n\nBe brief.")).toBe(
      "Write to {{ lead.first_name }}."
    )
    expect(firstWords(`${"word ".repeat(30)}end`)).toMatch(/^(word ){5,}word…$/)
    expect(firstWords("x".repeat(90))).toHaveLength(61)
  })

  it("that is the mail itself is shown as one", () => {
    expect(toMail("Subject: Hello\n\nText", "Campaign")).toEqual({ subject: "Hello", body: "Text" })
    expect(toMail("Only text", "Campaign")).toEqual({ subject: "Campaign", body: "Only text" })
  })

  it("takes a remark at its end, within its limit, and no placeholder from it", () => {
    expect(withRemark("Write.", "Shorter, no {{ tags }} or {% if %}")).toBe(
      "Write.\n\nShorter, no { { tags }} or { % if %}"
    )
    expect(withRemark("x".repeat(32_000), "Shorter")).toHaveLength(32_000)
  })
})
