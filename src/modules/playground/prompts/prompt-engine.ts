import { Liquid } from "liquidjs"
import { isFilled } from "./is-filled"

/** What a mail needs of Liquid; everything else is a syntax error. Listed in `docs/prompts.md`. */
export const PROMPT_FILTERS = [
  "append",
  "capitalize",
  "default",
  "downcase",
  "prepend",
  "remove",
  "replace",
  "squish",
  "strip",
  "truncate",
  "truncatewords",
  "upcase",
] as const

/** `raw` writes literal braces, `comment` is left out; neither can loop, branch or read files. */
export const PROMPT_TAGS = ["comment", "raw"]

/** In characters; a prompt has at most 32,000 code points. */
const PARSE_LIMIT = 70_000
/** In ms. */
const RENDER_LIMIT_MS = 250
/** In characters that filters may make, over one rendering. */
const MEMORY_LIMIT = 1_000_000

function keepOnly(registry: Record<string, unknown>, names: readonly string[]): void {
  for (const name of Object.keys(registry)) {
    if (!names.includes(name)) delete registry[name]
  }
}

/**
 * Liquid, cut down to output tags and plain text filters. No HTML escaping: prompts and mails are
 * plain text, and the dashboard shows them as such. Prototypes cannot be reached.
 */
export function createPromptEngine(): Liquid {
  const engine = new Liquid({
    ownPropertyOnly: true,
    strictFilters: true,
    parseLimit: PARSE_LIMIT,
    renderLimit: RENDER_LIMIT_MS,
    memoryLimit: MEMORY_LIMIT,
    // Only its date filters know of one. Left to itself, it asks ICU, which takes longer than the rest.
    locale: "en-US",
  })
  keepOnly(engine.filters, PROMPT_FILTERS)
  keepOnly(engine.tags, PROMPT_TAGS)
  // Liquid's own lets lists and objects through and replaces false: another rule than that by which
  // a value counts as missing, and a mail with a hole in it where the two differ.
  engine.registerFilter("default", (value: unknown, fallback: unknown) =>
    isFilled(value) ? value : fallback
  )
  return engine
}
