import type { DraftUsage } from "../../ports"

/** Which model answered and what that used, as far as the provider says: draft or not, it is paid. */
export interface PaidAnswer {
  model?: string
  usage?: DraftUsage
}

/** Longest name that is kept of a model. */
const MAX_NAME_LENGTH = 200

/** From what the AI SDK knows of an answer, be it a result or an error. */
export function toPaidAnswer(
  modelId: string | undefined,
  usage: { inputTokens?: number; outputTokens?: number } | undefined
): PaidAnswer {
  const { inputTokens, outputTokens } = usage ?? {}
  return {
    ...(modelId && { model: modelId.slice(0, MAX_NAME_LENGTH) }),
    ...(inputTokens !== undefined &&
      outputTokens !== undefined && {
        usage: { input_tokens: inputTokens, output_tokens: outputTokens },
      }),
  }
}
