import { completion, type ModelCall, type Reply } from "./model-server"

export const FAKE_JUDGE_MODEL = "fake-judge"

/** The data that the bundled judge sends, as far as the fake looks at it. */
interface JudgedData {
  "e-mail"?: { subject?: string; body?: string }
  lead?: Record<string, unknown>
  sender?: Record<string, unknown>
}

/** True for a call of the bundled judge. */
export const asksJudge = ({ messages }: ModelCall) =>
  messages.some(({ content }) => String(content).startsWith("Judge this e-mail."))

/**
 * What a model might answer the bundled judge (with its own criteria): which of the data's words the mail
 * has, and which numbers and promises it has that no data say. The same mail always gets the same answer.
 */
export function judgeAsAFake(call: ModelCall): Reply {
  const { "e-mail": mail = {}, lead = {}, sender = {} } = dataIn(call)
  const body = mail.body ?? ""
  const supported = [
    ...Object.entries(lead).map(([name, value]) => [`lead.${name}`, value] as const),
    ...Object.entries(sender).map(([name, value]) => [`sender.${name}`, value] as const),
  ].flatMap(([field, value]) =>
    typeof value === "string" && value.length > 2 && body.includes(value)
      ? [{ text: value, field }]
      : []
  )
  const invented = (body.match(/[^.!?\n]*\b(?:\d+|two|three|ten|always|never)\b[^.!?\n]*/gi) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "" && sentence.length <= 500)
    .slice(0, 3)
    .map((text) => ({ text, field: "unsupported" }))
  const relevance = Math.min(5, 2 + supported.length)
  const words = body.split(/\s+/).length
  const clarity = words < 15 ? 2 : words <= 120 ? 5 : 3
  const asks = (body.match(/\?/g) ?? []).length
  const criteria = [
    { name: "relevance", score: relevance, reason: `It names ${supported.length} of the facts.` },
    { name: "clarity", score: clarity, reason: `It takes ${words} words.` },
    { name: "tone", score: /!/.test(body) ? 3 : 4, reason: "It reads as one person to another." },
    { name: "call_to_action", score: asks === 1 ? 5 : 2, reason: `It asks ${asks} questions.` },
  ]
  const mean = criteria.reduce((sum, { score }) => sum + score, 0) / criteria.length
  const score = Math.max(1, Math.round(mean) - (invented.length > 1 ? 1 : 0))
  const judgement = { score, criteria, claims: [...supported, ...invented] }
  return completion({ content: JSON.stringify(judgement) }, "stop", FAKE_JUDGE_MODEL)
}

function dataIn({ messages }: ModelCall): JudgedData {
  const text = messages.map(({ content }) => String(content)).join("\n")
  const [, data = "{}"] = /<data>([^]*)<\/data>/.exec(text.slice(text.lastIndexOf("<data>"))) ?? []
  return JSON.parse(data) as JudgedData
}
