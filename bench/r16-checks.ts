import type { Check } from "../src/modules/playground/checks/check-schema"
import { runChecks } from "../src/modules/playground/checks/run-checks"
import { cpuMsOf } from "../testing/cpu-time"
import type { Bench } from "./lib/bench"
import { report } from "./lib/figure"

const DRAFTS = 200
const ROUNDS = 15
const WARM_UP = 3
/** Until V8 has compiled what the checks run: a process that has been up for a while. */
const LONG_WARM_UP = 100

const BODY =
  "the new cards are in, and I kept a box for Harbour Books. Shall I bring it on Tuesday? We have " +
  "been making cards for small shops for twenty years now.\n\nThe paper comes from a mill near Bath, " +
  "and each card is folded by hand before it leaves us, so no two boxes are quite the same. Your " +
  "customers might like the ones with the lighthouse, which sold out twice last year, or the plain " +
  "ones with a ribbon.\n\nMira\nhttps://www.kornhaus.example/cards"

const LANGUAGE: Check = { type: "language", language: "en" }
const CHECKS: Check[] = [
  { type: "words", part: "body", max: 90 },
  { type: "characters", part: "subject", max: 60 },
  { type: "contains", part: "mail", text: "Harbour" },
  { type: "not_contains", part: "body", text: "cheap" },
  { type: "matches", part: "body", pattern: "(?i)on (mon|tues|wednes)day" },
  { type: "not_matches", part: "mail", pattern: "!{2,}" },
  { type: "reading_level", max: 60 },
  { type: "links", max: 2, hosts: ["kornhaus.example"] },
  { type: "names_company" },
  { type: "one_question" },
  { type: "avoid", phrases: ["just checking in", "synergy", "quick question"] },
  { type: "unlike_others", words: 5 },
]

/** No two rounds have a body in common, so that nothing is remembered. */
const draftsOf = (round: number) =>
  Array.from({ length: DRAFTS }, (_, place) => ({
    id: String(place),
    subject: `A box for Harbour Books ${place}`,
    body: `Hello Ann${round}x${place},\n\n${BODY}`,
    company: "Harbour Books",
  }))

/** No two bodies have a word in common. */
const strangersOf = (round: number) =>
  draftsOf(round).map((draft, place) => {
    const ending = (round * DRAFTS + place)
      .toString(26)
      .replace(/\d/g, (n) => "qrstuvwxyz"[Number(n)] ?? "")
    return { ...draft, body: draft.body.replace(/\p{L}+/gu, (word) => word + ending) }
  })

async function msPerDraft(
  checks: Check[],
  warmUp = WARM_UP,
  readRound = draftsOf
): Promise<number[]> {
  const took: number[] = []
  for (let round = 0; round < warmUp + ROUNDS; round++) {
    const drafts = readRound(round)
    took.push((await cpuMsOf(() => runChecks(checks, drafts))) / DRAFTS)
  }
  return took.slice(warmUp)
}

/** What a campaign's checks cost: processor time, since other work may run beside. */
export const checks: Bench = {
  id: "r16",
  title: "a campaign's checks over 200 drafts of 470 characters",
  run: async () => {
    const fresh = await msPerDraft(CHECKS)
    const warm = await msPerDraft(CHECKS, LONG_WARM_UP)
    const language = await msPerDraft([LANGUAGE])
    const strangers = await msPerDraft([LANGUAGE], WARM_UP, strangersOf)
    const reach = { of: "ours", atMost: 0.05 } as const
    return [
      report(
        { id: "r16", what: "twelve checks, a draft, fresh process", unit: "ms", reach },
        fresh
      ),
      report({ id: "r16", what: "twelve checks, a draft, 20,000 later", unit: "ms", reach }, warm),
      report({ id: "r16", what: "language alone, first look", unit: "ms", reach }, language),
      report({ id: "r16", what: "language alone, no word seen before", unit: "ms" }, strangers),
    ]
  },
}
