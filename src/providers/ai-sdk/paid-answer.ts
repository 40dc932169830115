import type { DraftUsage } from "../../ports"

/** Which model answered and what that used, as far as the provider says: draft or not, it is paid. */
export interface PaidAnswer {
  model?: string
  usage?: DraftUsage
}

/** Longest name that is kept of a model. */
const MAX_NAME_LENGTH = 200

/** What the AI SDK tells of an answer's tokens. */
interface ToldUsage {
  inputTokens?: number
  inputTokenDetails?: { cacheReadTokens?: number }
  outputTokens?: number
}

/** From what the AI SDK knows of an answer, be it a result or an error. */
export function toPaidAnswer(
  modelId: string | undefined,
  usage: ToldUsage | undefined
): PaidAnswer {
  const { inputTokens, inputTokenDetails, outputTokens } = usage ?? {}
  const cached = inputTokenDetails?.cacheReadTokens ?? 0
  return {
    ...(modelId && { model: modelId.slice(0, MAX_NAME_LENGTH) }),
    ...(inputTokens !== undefined &&
      outputTokens !== undefined && {
        usage: {
          input_tokens: inputTokens,
          output_tokens: outputTokens,
          // Some servers count the cached ones beside the others instead of among them.
          ...(cached > 0 && { cached_input_tokens: Math.min(cached, inputTokens) }),
        },
      }),
  }
}
