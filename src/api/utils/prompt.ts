import { textUpTo } from "../../validation/text"

/** Longest prompt, in code points, wherever a prompt may stand. */
export const MAX_PROMPT_LENGTH = 32_000

/** A prompt, or null for none. */
export const prompt = () => textUpTo(MAX_PROMPT_LENGTH).nullable()

/** A prompt of 32,000 4-byte characters, each escaped in JSON as `\ud83d\ude00`. */
export const PROMPT_BODY_LIMIT = "500kb"
