/**
 * What thoughts are fenced with, beside the tags that the SDK's middleware takes out (`THOUGHT_TAGS`):
 * of Magistral, Kimi, Seed, OpenThinker.
 */
const FENCES: [open: RegExp, close: RegExp][] = [
  [/\[THINK(?:ING)?\]/i, /\[\/THINK(?:ING)?\]/i],
  [/◁think▷/i, /◁\/think▷/i],
  [/<\w+:think(?:ing)?>/i, /<\/\w+:think(?:ing)?>/i],
  [/<antThinking>/i, /<\/antThinking>/i],
  [/<\|begin_of_thought\|>/i, /<\|end_of_thought\|>/i],
]

/** For the SDK's `extractReasoningMiddleware`, opened or not. */
export const THOUGHT_TAGS = [
  "think",
  "thinking",
  "thought",
  "thoughts",
  "reasoning",
  "reason",
  "reflection",
  "analysis",
  "scratchpad",
] as const

/** The channels of gpt-oss, where the server does not part them: the mail is in the final one. */
const FINAL_CHANNEL = /<\|channel\|>final[^<]*<\|message\|>/g
/** Marks of chat formats around an answer. */
const MARK =
  /<\|(?:return|end|im_end|eot_id|end_of_text|endoftext|begin_of_solution|end_of_solution)\|>|<\/?answer>|<\/s>\s*$/gi

/** The answer without the thoughts before it, whether or not these were opened. */
export function withoutThoughts(text: string): string {
  const final = [...text.matchAll(FINAL_CHANNEL)].at(-1)
  let rest = final ? text.slice(final.index + final[0].length) : text
  for (const [open, close] of FENCES) {
    // Thoughts may quote the fence itself: what counts is what stands behind the last one.
    const closed = [...rest.matchAll(new RegExp(close, "gi"))].at(-1)
    if (!closed) continue
    const behind = rest.slice(closed.index + closed[0].length)
    const opened = open.exec(rest)
    rest = behind.trim() === "" && opened ? rest.slice(0, opened.index) : behind
  }
  return rest.replace(MARK, "").trim()
}
