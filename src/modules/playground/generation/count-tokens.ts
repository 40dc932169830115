import type { DraftMessage } from "../../../ports"

/** What chat formats add around each message, and before the answer: OpenAI's cookbook, roughly. */
const TOKENS_PER_MESSAGE = 4
const TOKENS_OF_ANSWER_START = 3

/**
 * How many tokens these messages are, in OpenAI's encoding o200k_base. An estimate: other vendors
 * count differently, by a tenth or two. The encoding is loaded when it is first needed.
 */
export async function countTokens(messages: readonly DraftMessage[]): Promise<number> {
  const { countTokens: count } = await import("gpt-tokenizer/encoding/o200k_base")
  // Data may spell out a special token: here it is plain text like any other.
  const plain = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() }
  return messages.reduce(
    (sum, { content }) => sum + TOKENS_PER_MESSAGE + count(content, plain),
    TOKENS_OF_ANSWER_START
  )
}
