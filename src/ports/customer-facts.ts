/**
 * What the shop knows of a lead who is its customer, frozen when the batch is made. Only what the
 * option `customerFacts` names is there; what the shop does not know is null, which a prompt takes as
 * missing. Amounts are text with their currency, dates are days in UTC, lists are joined by commas: each
 * fact is one value that can stand in a sentence.
 */
export interface CustomerFacts {
  /** Orders placed. Drafts and cancelled ones do not count, here and in all the others. */
  orders_count?: number
  /** For example `249.00 EUR`: in the currency of most of the orders, as the host sums orders up. */
  total_spent?: string | null
  /** `total_spent` per order of that currency. */
  average_order?: string | null
  /** For example `2026-05-01`. */
  first_order_at?: string | null
  last_order_at?: string | null
  /** Whole days between the last order and the batch. No part of the lead's fingerprint. */
  days_since_last_order?: number | null
  last_order?: {
    /** At most 5 names. */
    products: string | null
  }
  /** The one of which most pieces were ordered. */
  top_category?: string | null
  top_product?: string | null
  /** Names of customer groups, at most 10. */
  groups?: string | null
  /** BCP 47, of the last order that has one. */
  language?: string | null
  /** ISO 3166 in capitals: where the last order went, else the customer's own address. */
  country?: string | null
  open_cart?: {
    /** Of the cart that was changed last: at most 5 names. Null without one that holds anything. */
    products?: string | null
    /** The sum of its items, before discounts, taxes and shipping. */
    value?: string | null
  }
}

/** What can be named in the option `customerFacts`, and in a prompt as `{{ customer.… }}`. */
export const CUSTOMER_FACTS = [
  "orders_count",
  "total_spent",
  "average_order",
  "first_order_at",
  "last_order_at",
  "days_since_last_order",
  "last_order.products",
  "top_category",
  "top_product",
  "groups",
  "language",
  "country",
  "open_cart.products",
  "open_cart.value",
] as const
export type CustomerFact = (typeof CUSTOMER_FACTS)[number]
