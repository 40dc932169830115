import { completion, type ModelCall, type Reply } from "./model-server"

export const FAKE_JUDGE_MODEL = "fake-judge"

interface Mail {
  subject?: string
  body?: string
}

/** The data that the bundled judge sends, as far as the fake looks at it. */
interface JudgedData {
  "e-mail"?: Mail
  "e-mail A"?: Mail
  "e-mail B"?: Mail
  lead?: Facts
  customer?: Facts | null
  sender?: Facts
}

type Facts = Record<string, unknown>

const starts = ({ messages }: ModelCall, text: string) =>
  messages.some(({ content }) => String(content).startsWith(text))

const asksToCompare = (call: ModelCall) => starts(call, "Compare these two e-mails.")

/** True for a call of the bundled judge. */
export const asksJudge = (call: ModelCall) =>
  starts(call, "Judge this e-mail.") || asksToCompare(call)

/**
 * What a model might answer the bundled judge (with its own criteria): which of the data's words the mail
 * has, and which numbers and promises it has that no data say. The same mail always gets the same answer.
 */
export function judgeAsAFake(call: ModelCall): Reply {
  const data = dataIn(call)
  const answer = asksToCompare(call)
    ? compare(toJudgement(data["e-mail A"], data), toJudgement(data["e-mail B"], data))
    : toJudgement(data["e-mail"], data)
  return completion({ content: JSON.stringify(answer) }, "stop", FAKE_JUDGE_MODEL)
}

type Judgement = ReturnType<typeof toJudgement>

const sumOf = ({ criteria }: Judgement) => criteria.reduce((sum, { score }) => sum + score, 0)

function compare(a: Judgement, b: Judgement) {
  const [left, right] = [sumOf(a), sumOf(b)]
  if (left === right) return { reason: "Neither is clearly better.", choice: "equal" }
  const [better, worse] = left > right ? [a, b] : [b, a]
  const decisive = better.criteria.find(
    ({ score }, at) => score > Number(worse.criteria[at]?.score)
  )
  return { reason: decisive?.reason ?? "On the whole.", choice: left > right ? "A" : "B" }
}

function toJudgement({ body = "" }: Mail = {}, { lead = {}, customer, sender = {} }: JudgedData) {
  const supported = [
    ...Object.entries(lead).map(([name, value]) => [`lead.${name}`, value] as const),
    ...Object.entries(sender).map(([name, value]) => [`sender.${name}`, value] as const),
  ].flatMap(([field, value]) =>
    typeof value === "string" && value.length > 2 && body.includes(value)
      ? [{ text: value, field }]
      : []
  )
  /** What the shop knows that has the number of a sentence. */
  const sourceOf = (sentence: string) => {
    const known = Object.entries(customer ?? {}).find(
      ([, value]) => typeof value === "number" && sentence.split(/\D+/).includes(String(value))
    )
    return known ? `customer.${known[0]}` : "unsupported"
  }
  const stated = (
    body.match(/[^.!?\n]*\b(?:\d+|first|two|three|ten|always|never)\b[^.!?\n]*/gi) ?? []
  )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "" && sentence.length <= 500)
    .slice(0, 3)
    .map((text) => ({ text, field: sourceOf(text) }))
  const invented = stated.filter(({ field }) => field === "unsupported")
  const relevance = Math.min(5, 2 + supported.length)
  const words = body.split(/\s+/).length
  const clarity = words < 15 ? 2 : words <= 120 ? 5 : 3
  const asks = (body.match(/\?/g) ?? []).length
  const criteria = [
    { name: "relevance", score: relevance, reason: `It names ${supported.length} of the facts.` },
    { name: "clarity", score: clarity, reason: `It takes ${words} words.` },
    { name: "tone", score: /!/.test(body) ? 3 : 4, reason: "It reads as one person to another." },
    {
      name: "call_to_action",
      score: asks === 1 ? 5 : 2,
      reason: asks === 1 ? "It asks one question." : `It asks ${asks} questions.`,
    },
  ]
  const mean = criteria.reduce((sum, { score }) => sum + score, 0) / criteria.length
  const score = Math.max(1, Math.round(mean) - (invented.length > 1 ? 1 : 0))
  return { score, criteria, claims: [...supported, ...stated] }
}

function dataIn({ messages }: ModelCall): JudgedData {
  const text = messages.map(({ content }) => String(content)).join("\n")
  const [, data = "{}"] = /<data>([^]*)<\/data>/.exec(text.slice(text.lastIndexOf("<data>"))) ?? []
  return JSON.parse(data) as JudgedData
}
