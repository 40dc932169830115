import { textUpTo } from "../../validation/text"

/** Longest prompt, in code points, wherever a prompt may stand. */
const MAX_PROMPT_LENGTH = 32_000

/** A prompt, or null for none. */
export const prompt = () => textUpTo(MAX_PROMPT_LENGTH).nullable()
