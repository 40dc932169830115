import type { DraftMessage } from "../../../ports"

/** What chat formats add around each message, and before the answer: OpenAI's cookbook, roughly. */
const TOKENS_PER_MESSAGE = 4
const TOKENS_OF_ANSWER_START = 3

// A word's cost grows with the square of its length, and data may be one word of 32,000 letters. Cut
// before a space, as the encoding does, the pieces come to the same sum.
const PIECE = /[^]{1,1000}(?= \S)|[^]{1,1000}/g

/**
 * How many tokens these messages are, in OpenAI's encoding o200k_base. An estimate: other vendors
 * count differently, by a tenth or two. The encoding is loaded when it is first needed.
 */
export async function countTokens(messages: readonly DraftMessage[]): Promise<number> {
  const { countTokens: count } = await import("gpt-tokenizer/encoding/o200k_base")
  // Data may spell out a special token: here it is plain text like any other.
  const plain = { allowedSpecial: new Set<string>(), disallowedSpecial: new Set<string>() }
  const pieces = messages.flatMap(({ content }) => content.match(PIECE) ?? [])
  return pieces.reduce(
    (sum, piece) => sum + count(piece, plain),
    messages.length * TOKENS_PER_MESSAGE + TOKENS_OF_ANSWER_START
  )
}
