import { createHash } from "node:crypto"
import { hashPrompt } from "../../../src/modules/playground/prompts/hash-prompt"
import { normalisePrompt } from "../../../src/modules/playground/prompts/normalise-prompt"
import { resolvePrompt } from "../../../src/modules/playground/prompts/resolve-prompt"

const all = { request: "R", variant: "V", campaign: "C", sender: "S", default: "D" }
const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex")

describe("which prompt a batch uses", () => {
  it.each([
    ["request", all],
    ["variant", { ...all, request: null }],
    ["campaign", { ...all, request: null, variant: null }],
    ["sender", { ...all, request: null, variant: null, campaign: null }],
    ["default", { request: null, variant: null, campaign: null, sender: null, default: "D" }],
  ] as const)("is the %s's when nothing goes before it", (source, candidates) => {
    const text = candidates[source]
    expect(resolvePrompt(candidates)).toEqual({ source, text, hash: sha256(text ?? "") })
  })

  it.each(["", " ", "\n\t \r\n", "\u00a0\u2003"])("passes over a blank one (%j)", (blank) => {
    const candidates = { ...all, request: blank, variant: blank, campaign: blank, sender: blank }
    expect(resolvePrompt(candidates)).toMatchObject({ source: "default", text: "D" })
  })

  it("has the same hash wherever it came from", () => {
    const text = "Hello {{ lead.first_name }}"
    const hashes = (["request", "variant", "campaign", "sender", "default"] as const).map(
      (source) => {
        const none = { request: null, variant: null, campaign: null, sender: null, default: "D" }
        const prompt = resolvePrompt({ ...none, [source]: text })
        expect(prompt.source).toBe(source)
        return prompt.hash
      }
    )
    expect(new Set(hashes)).toEqual(new Set([sha256(text)]))
  })
})

describe("what makes two prompts one version", () => {
  const text = "Caf\u00e9\n\nfor you"

  it.each([
    ["CRLF line ends", "Caf\u00e9\r\n\r\nfor you"],
    ["CR line ends", "Caf\u00e9\r\rfor you"],
    ["mixed line ends", "Caf\u00e9\r\n\nfor you"],
    ["decomposed letters", "Cafe\u0301\n\nfor you"],
    ["trailing white space", "Caf\u00e9\n\nfor you \t\r\n\u00a0"],
  ])("is not %s", (_, variant) => {
    expect(normalisePrompt(variant)).toBe(text)
    expect(hashPrompt(variant)).toBe(sha256(text))
  })

  it.each([
    ["leading white space", " Caf\u00e9\n\nfor you"],
    ["white space at a line's end", "Caf\u00e9 \n\nfor you"],
    ["letter case", "caf\u00e9\n\nfor you"],
    ["look-alike letters", "Caf\u0435\u0301\n\nfor you"],
  ])("is %s", (_, variant) => {
    expect(hashPrompt(variant)).not.toBe(sha256(text))
  })

  it("settles in one pass", () => {
    for (const odd of ["a\r\r\n\u0344 \r", "\u1100\u1161\u11a8\r", "\ud834\udd5e "]) {
      expect(normalisePrompt(normalisePrompt(odd))).toBe(normalisePrompt(odd))
    }
  })
})
