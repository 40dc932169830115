/** Which customers become leads, as the form has it: a blank field is no condition. */
export interface CustomerChoices {
  group: string
  product: string
  category: string
  /** Whole days. */
  notOrderedForDays: string
  hasOpenCart: boolean
  minOrders: string
  maxOrders: string
  minSpent: string
  maxSpent: string
  /** Lower case; needed with an amount. */
  currency: string
}

export const NO_CHOICES: CustomerChoices = {
  group: "",
  product: "",
  category: "",
  notOrderedForDays: "",
  hasOpenCart: false,
  minOrders: "",
  maxOrders: "",
  minSpent: "",
  maxSpent: "",
  currency: "",
}

/** What the API takes. */
export type CustomerFilterBody = Record<string, string | number | true>

/** The conditions of the API; null when nothing was chosen that could be one. */
export function toCustomerFilter(choices: CustomerChoices): CustomerFilterBody | null {
  const number = (text: string) => (text.trim() === "" ? undefined : Number(text))
  const hasAmount = choices.minSpent.trim() !== "" || choices.maxSpent.trim() !== ""
  const conditions: [string, string | number | true | undefined][] = [
    ["customer_group_id", choices.group || undefined],
    ["product_id", choices.product || undefined],
    ["product_category_id", choices.category || undefined],
    ["not_ordered_for_days", number(choices.notOrderedForDays)],
    ["has_open_cart", choices.hasOpenCart || undefined],
    ["min_orders", number(choices.minOrders)],
    ["max_orders", number(choices.maxOrders)],
    ["min_spent", number(choices.minSpent)],
    ["max_spent", number(choices.maxSpent)],
  ]
  const given = conditions.flatMap(([name, value]) =>
    value === undefined || Number.isNaN(value) ? [] : [[name, value] as const]
  )
  if (given.length === 0) return null
  return { ...Object.fromEntries(given), ...(hasAmount && { currency_code: choices.currency }) }
}
