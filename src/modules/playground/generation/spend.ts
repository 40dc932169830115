import type { DraftUsage } from "../../../ports"
import type { ModelPrice } from "../options/playground-options"
import type { Spend } from "../sql/transitions/fail-attempt"

/** Prices are per so many tokens. */
const PRICED_TOKENS = 1_000_000

/** What tokens cost at a price, in its currency. What came from a cache has a price of its own. */
export function toCost(price: ModelPrice, usage: DraftUsage): number {
  const { input_tokens, output_tokens, cached_input_tokens: cached = 0 } = usage
  const input = (input_tokens - cached) * price.input + cached * (price.cachedInput ?? price.input)
  return (input + output_tokens * price.output) / PRICED_TOKENS
}

/**
 * @param models names under which the price may stand, in order: as the provider answered, then as
 *   the generator asked
 */
export function findPrice(
  prices: Record<string, ModelPrice>,
  models: readonly (string | null | undefined)[]
): ModelPrice | null {
  for (const model of models) {
    if (model && Object.hasOwn(prices, model)) return prices[model] ?? null
  }
  return null
}

/** Null when the provider did not say what the call used. */
export function toSpend(usage: DraftUsage | undefined, price: ModelPrice | null): Spend | null {
  return usage ? { ...usage, cost: price && toCost(price, usage) } : null
}
