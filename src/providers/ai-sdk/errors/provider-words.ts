import type { DraftRequest } from "../../../ports"

/** Longest quotation of a provider, in characters. */
const MAX_LENGTH = 200
/** So many words in a row that were sent are a quotation of the prompt. */
const RUN = 4
const HIDDEN = "…"

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** What went to the provider: its texts, and whose. */
export type SentData = Pick<DraftRequest, "prompt" | "lead" | "sender">

/** What must not be quoted: values of the lead and the sender, keys and headers. */
export interface Unquotable {
  request: SentData
  secrets: readonly string[]
}

/**
 * What a provider said, for the person at the dashboard: one line of bounded length, in which keys,
 * addresses and the lead's own words are blotted out. Null where it quotes the prompt, or says nothing.
 */
export function quotable(words: string, { request, secrets }: Unquotable): string | null {
  if (words.trim() === "" || quotes(words, [request.prompt, JSON.stringify(request)])) return null
  const { lead, sender } = request
  const values = [lead, sender].flatMap(textsOf).filter((text) => text.trim().length > 2)
  const blotted = [...secrets, ...values]
    .sort((left, right) => right.length - left.length)
    .reduce(blot, words)
    .replace(/[^\s<>"'(]+@[^\s<>"')]+/g, HIDDEN)
    // Keys and ids: long runs that hold a figure, or begin as keys do.
    .replace(/\b(?:sk|pk|key|org|req|proj|gsk|xai|AIza)[-_][\w*-]{4,}/gi, HIDDEN)
    .replace(/(?=[\w*-]*\d)[\w*-]{24,}/g, HIDDEN)
    .replace(/\s+/g, " ")
    .trim()
  const chars = [...blotted]
  return chars.length > MAX_LENGTH ? `${chars.slice(0, MAX_LENGTH).join("")}${HIDDEN}` : blotted
}

function quotes(words: string, sent: readonly string[]): boolean {
  const runs = new Set(sent.flatMap((text) => runsOf(wordsOf(text))))
  return runsOf(wordsOf(words)).some((run) => runs.has(run))
}

const runsOf = (words: readonly string[]) =>
  words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_, at) => words.slice(at, at + RUN).join(" "))

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value]
  if (typeof value === "number") return value > 999 ? [String(value)] : []
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : []
}

function blot(text: string, value: string): string {
  const pattern = value
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s+")
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "giu"), HIDDEN)
}
