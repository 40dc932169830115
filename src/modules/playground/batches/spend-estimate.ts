import { toCost } from "../generation/spend"
import type { ModelPrice } from "../options/playground-options"
import type { SpendEstimateDTO } from "./dtos"
import { toCostDTO } from "./to-dto"

/** What one draft reads and writes. */
export interface Tokens {
  input_tokens: number
  output_tokens: number
}

/**
 * Tells what `leads` drafts like the counted ones would use, rounded up. Nothing is taken to come from
 * a provider's cache: it is what they cost at most.
 *
 * @param price null: the model has none, and neither has the estimate
 */
export function createEstimate(price: ModelPrice | null, currency: string) {
  return (counted: readonly Tokens[], leads: number): SpendEstimateDTO => {
    const scale = leads / Math.max(counted.length, 1)
    const sumOf = (field: keyof Tokens) =>
      Math.ceil(counted.reduce((sum, tokens) => sum + tokens[field], 0) * scale)
    const usage = { input_tokens: sumOf("input_tokens"), output_tokens: sumOf("output_tokens") }
    return { ...usage, cost: toCostDTO(price && toCost(price, usage), currency) }
  }
}
