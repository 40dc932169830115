import { checkDraft } from "../../../src/modules/playground/generation/check-draft"
import { toCost, toSpend } from "../../../src/modules/playground/generation/spend"
import { parsePlaygroundOptions } from "../../../src/modules/playground/options/playground-options"
import { toPaidAnswer } from "../../../src/providers/ai-sdk/paid-answer"

const usage = { input_tokens: 1_000_000, cached_input_tokens: 750_000, output_tokens: 100_000 }

describe("tokens from a provider's cache", () => {
  it("have a price of their own, and the others keep theirs", () => {
    const price = { input: 4, cachedInput: 0.4, output: 10 }
    expect(toCost(price, usage)).toBeCloseTo(1 + 0.3 + 1)
    expect(toSpend(usage, price)).toMatchObject({ ...usage, cost: expect.closeTo(2.3) })
  })

  it("cost what any other costs where the option does not say", () => {
    expect(toCost({ input: 4, output: 10 }, usage)).toBeCloseTo(5)
  })

  it("are taken as the provider tells them, and never more than all", () => {
    const told = (cacheReadTokens: number | undefined) =>
      toPaidAnswer("m", {
        inputTokens: 80,
        outputTokens: 20,
        inputTokenDetails: { cacheReadTokens },
      }).usage
    expect(told(64)).toEqual({ input_tokens: 80, cached_input_tokens: 64, output_tokens: 20 })
    expect(told(100)).toMatchObject({ cached_input_tokens: 80 })
    expect(told(0)).toEqual({ input_tokens: 80, output_tokens: 20 })
    expect(told(undefined)).toEqual({ input_tokens: 80, output_tokens: 20 })
  })

  it("are refused of a generator that says more than all", () => {
    const draft = { subject: "Hi", body: "Hi", usage: { ...usage, cached_input_tokens: 1_000_001 } }
    expect(() => checkDraft(draft, "own")).toThrow("usage")
    expect(checkDraft({ ...draft, usage }, "own").usage).toEqual(usage)
  })

  it("may be priced in the options, by a number that is not negative", () => {
    const prices = { tiny: { input: 1, cachedInput: 0, output: 1 } }
    expect(parsePlaygroundOptions({ prices })).toMatchObject({ prices })
    const wrong = { prices: { tiny: { input: 1, cachedInput: -1, output: 1 } } }
    expect(() => parsePlaygroundOptions(wrong)).toThrow("prices.tiny.cachedInput")
  })
})
