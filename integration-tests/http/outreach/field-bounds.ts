import { UNKNOWN_ID } from "./client"
import { step, template, variant } from "./step-bodies"

const LONGEST_PROMPT = "😀".repeat(32_000)

function textOf(subject: number, body: number) {
  return { subject: "😀".repeat(subject), body: "😀".repeat(body) }
}

/** An object of so many levels. */
function nested(levels: number): object {
  return levels === 1 ? {} : { a: nested(levels - 1) }
}

/** For each field what is just allowed, and what is just not. */
export const bounds: { path: string; field: string; good: unknown[]; bad: unknown[] }[] = [
  {
    path: "/sender-profiles",
    field: "profile_name",
    good: ["x", "😀".repeat(100)],
    bad: ["", "x".repeat(101), 1, null, {}, "a\0b", "\ud83d"],
  },
  {
    path: "/sender-profiles",
    field: "description",
    good: ["", "😀".repeat(500), null],
    bad: ["x".repeat(501), 1, "\0", "\udc00"],
  },
  {
    path: "/sender-profiles",
    field: "custom_prompt",
    good: ["", LONGEST_PROMPT, null],
    bad: [`${LONGEST_PROMPT}x`, [], "\0"],
  },
  {
    path: "/sender-profiles",
    field: "sender_data",
    good: [{}, { a: "x".repeat(32_768 - 8) }, { a: { b: [1, null, true, "ü"] } }, nested(20)],
    bad: [
      [],
      "x",
      null,
      { a: "x".repeat(32_768 - 7) },
      { a: "ü".repeat(16_384) },
      { a: ["\0"] },
      { "\0": 1 },
      { a: { "\ud800": 1 } },
      nested(21),
    ],
  },
  { path: "/sender-profiles", field: "is_default", good: [true, false], bad: ["true", 1, null] },
  {
    path: "/campaigns",
    field: "name",
    good: ["x", "😀".repeat(255)],
    bad: ["", "x".repeat(256), 1, null, "a\0b", "\ud83d"],
  },
  {
    path: "/campaigns",
    field: "description",
    good: ["", "😀".repeat(1000), null],
    bad: ["x".repeat(1001), 1, "\0"],
  },
  {
    path: "/campaigns",
    field: "status",
    good: ["draft", "active", "paused", "completed"],
    bad: ["DRAFT", "", null, 1],
  },
  {
    path: "/campaigns",
    field: "system_prompt",
    good: ["", LONGEST_PROMPT, null],
    bad: [`${LONGEST_PROMPT}x`, 1, "\0"],
  },
  {
    path: "/campaigns",
    field: "sender_profile_id",
    good: [null],
    bad: ["x", 1, "", UNKNOWN_ID],
  },
  {
    path: "/campaigns",
    field: "promotion_campaign_id",
    good: ["procamp_1", null],
    bad: ["", 1, "x".repeat(256)],
  },
  {
    path: "/campaigns",
    field: "steps",
    good: [
      [],
      Array.from({ length: 32 }, (_, place) => step(32 - place)),
      [step(1, { delay_days: 3650, channel: "x".repeat(50) })],
      [step(1, { variants: Array.from("abcdefghij", (label) => variant(label)) })],
      [step(1, { variants: [variant("x".repeat(10), { weight: 0.001 })] })],
      [step(1, { variants: [variant("A", { weight: 1_000_000 })] })],
      [step(1, { variants: [{ label: "A", type: "TEMPLATE", template }] })],
      [step(1, { variants: [variant("A", { template: textOf(998, 50_000) })] })],
    ],
    bad: [
      {},
      null,
      [step(0)],
      [step(33)],
      [step(1.5)],
      [{ ...step(1), step_index: "1" }],
      [step(1), step(2), step(1)],
      [step(1, { delay_days: -1 })],
      [step(1, { delay_days: 3651 })],
      [step(1, { delay_days: 0.5 })],
      [step(1, { channel: "" })],
      [step(1, { channel: "x".repeat(51) })],
      [step(1, { colour: "red" })],
      [step(1, { variants: [] })],
      [{ step_index: 1 }],
      [step(1, { variants: Array.from("abcdefghijk", (label) => variant(label)) })],
      [step(1, { variants: [variant("A"), variant("A")] })],
      [step(1, { variants: [variant("")] })],
      [step(1, { variants: [variant("x".repeat(11))] })],
      [step(1, { variants: [variant("\0")] })],
      [step(1, { variants: [variant("A", { weight: 0 })] })],
      [step(1, { variants: [variant("A", { weight: -1 })] })],
      [step(1, { variants: [variant("A", { weight: 1_000_001 })] })],
      [step(1, { variants: [variant("A", { type: "personalization" })] })],
      [step(1, { variants: [variant("A", { colour: "red" })] })],
      [step(1, { variants: [variant("A", { sender_profile_id: UNKNOWN_ID })] })],
      [step(1, { variants: [{ label: "A", type: "TEMPLATE" }] })],
      [step(1, { variants: [{ label: "A", type: "TEMPLATE", template: null }] })],
      [step(1, { variants: [variant("A", { template: { subject: "x" } })] })],
      [step(1, { variants: [variant("A", { template: { ...template, cc: "x" } })] })],
      [step(1, { variants: [variant("A", { template: textOf(999, 1) })] })],
      [step(1, { variants: [variant("A", { template: textOf(1, 50_001) })] })],
      [step(1, { variants: [variant("A", { template: textOf(0, 1) })] })],
    ],
  },
]
