const DAY_MS = 86_400_000

/** `1234.5` and `eur` as `1234.50 EUR`, with as many digits as the currency has (ISO 4217). */
export function toAmount(decimal: string, currency_code: string): string {
  const code = currency_code.toUpperCase()
  return `${Number(decimal).toFixed(digitsOf(code))} ${code}`
}

/** A format costs as much to make as reading a customer's orders does. */
const digits = new Map<string, number>()

function digitsOf(currency: string): number {
  const known = digits.get(currency) ?? askDigitsOf(currency)
  digits.set(currency, known)
  return known
}

function askDigitsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat("en", { style: "currency", currency })
    return format.resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    // A host may have currencies of its own that are none of ISO's.
    return 2
  }
}

/** The day in UTC. */
export const toDay = (instant: Date) => instant.toISOString().slice(0, 10)

export const wholeDaysBetween = (from: Date, to: Date) =>
  Math.max(0, Math.floor((to.getTime() - from.getTime()) / DAY_MS))

/** Each name once, the first `max` of them; null without any. */
export function toList(
  names: readonly (string | null)[] | null | undefined,
  max: number
): string | null {
  const named = [...new Set((names ?? []).flatMap((name) => name?.trim() || []))]
  return named.length === 0 ? null : named.slice(0, max).join(", ")
}
