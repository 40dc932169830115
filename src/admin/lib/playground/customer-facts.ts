import type { CustomerFact, CustomerFacts } from "../../../ports"
import { saysWord, type LeadFact } from "./lead-facts"

/** How a fact is worded for the person who reads it. */
export interface FactFormat {
  number: (value: number) => string
  /** @param date `YYYY-MM-DD` */
  day: (date: string) => string
  money: (amount: number, currency_code: string) => string
  /** @param code BCP 47 */
  language: (code: string) => string
  /** @param code ISO 3166 */
  country: (code: string) => string
}

type Kind = "number" | "money" | "day" | "list" | "text" | "language" | "country"

const KINDS: Record<CustomerFact, Kind> = {
  orders_count: "number",
  total_spent: "money",
  average_order: "money",
  first_order_at: "day",
  last_order_at: "day",
  days_since_last_order: "number",
  "last_order.products": "list",
  top_category: "text",
  top_product: "text",
  groups: "list",
  language: "language",
  country: "country",
  "open_cart.products": "list",
  "open_cart.value": "money",
}
// The facts' names stand as literals above.
const NAMES = Object.keys(KINDS) as CustomerFact[]

const valueOf = (customer: CustomerFacts, name: CustomerFact): unknown =>
  name
    .split(".")
    .reduce<unknown>(
      (value, member) => (value instanceof Object ? Reflect.get(value, member) : undefined),
      customer
    )

/** `249.00 EUR`, as a prompt has it. */
const MONEY = /^(-?[\d.]+) ([A-Za-z]{3})$/

function toWords(kind: Kind, value: string | number, format: FactFormat): string {
  if (typeof value === "number") return format.number(value)
  if (kind === "day") return format.day(value)
  if (kind === "language") return format.language(value)
  if (kind === "country") return format.country(value)
  const [, amount, currency] = (kind === "money" && MONEY.exec(value)) || []
  return amount && currency ? format.money(Number(amount), currency) : value
}

/** A value of the snapshot in the reader's words; undefined where no fact of a customer has this name. */
export function wordCustomerFact(
  name: string,
  value: string | number,
  format: FactFormat
): string | undefined {
  const known = NAMES.find((fact) => fact === name)
  return known && toWords(KINDS[known], value, format)
}

/**
 * What the shop knew of a lead, in the reader's words; marked is what the draft says: as the prompt had
 * it, as the reader would write it, or one member of a list.
 */
export function listCustomerFacts(
  customer: CustomerFacts,
  draft: { subject: string; body: string },
  format: FactFormat
): LeadFact[] {
  return NAMES.flatMap((name) => {
    const value = valueOf(customer, name)
    if ((typeof value !== "string" && typeof value !== "number") || value === "") return []
    const kind = KINDS[name]
    const words = toWords(kind, value, format)
    const said = [String(value), words, ...(kind === "list" ? String(value).split(", ") : [])]
    return { name, value: words, isUsed: said.some((text) => saysWord(draft, text)) }
  })
}
