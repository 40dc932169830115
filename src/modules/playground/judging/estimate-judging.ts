import type { DraftMessage } from "../../../ports"
import type { SpendEstimateDTO } from "../batches/dtos"
import { createEstimate } from "../batches/spend-estimate"
import { countTokens } from "../generation/count-tokens"
import { findPrice } from "../generation/spend"
import type { ResolvedPlaygroundOptions } from "../options/playground-options"
import type { ConfiguredJudge } from "./configured-judge"

/** Calls that are counted to tell what the rest will cost. */
export const COUNTED_CALLS = 10

interface JudgingEstimateInput {
  judge: ConfiguredJudge["judge"]
  options: Pick<ResolvedPlaygroundOptions, "prices" | "currency">
  /** What the counted calls would send. */
  messages: readonly DraftMessage[][]
  /** What a call reads beside them: a draft that is not written yet, in tokens. @default 0 */
  unwritten_tokens?: number
  /** What a call writes, in tokens. */
  output_tokens: number
  calls: number
}

/** What `calls` like the counted ones would use. */
export async function estimateJudging(input: JudgingEstimateInput): Promise<SpendEstimateDTO> {
  const { judge, options, messages, unwritten_tokens = 0, output_tokens, calls } = input
  const counted = []
  for (const sent of messages) {
    counted.push({ input_tokens: (await countTokens(sent)) + unwritten_tokens, output_tokens })
  }
  const price = findPrice(options.prices, [judge.model])
  return createEstimate(price, options.currency)(counted, calls)
}
