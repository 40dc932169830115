import { setTimeout as sleep } from "node:timers/promises"
import { fillPrompt } from "../../src/modules/playground/prompts/render-prompt"
import {
  FatalGeneratorError,
  GeneratorError,
  type DraftGenerator,
  type DraftRequest,
} from "../../src/ports"

const REQUEST: DraftRequest = {
  prompt: "Subject: Hello Ada\n\nHow is Analytical Engines doing?\n\nCharles",
  instruction: {
    text: "Subject: Hello <lead.first_name>\n\nHow is <lead.company> doing?\n\n<sender.name>",
    facts: [
      { name: "lead.first_name", value: "Ada" },
      { name: "lead.company", value: "Analytical Engines" },
      { name: "sender.name", value: "Charles" },
    ],
  },
  campaign: { id: "c1", name: "Autumn", description: null, system_prompt: null },
  step: { step_index: 1, delay_days: 0, channel: "email", variant_label: "A" },
  sender: { id: "s1", profile_name: "Sales", custom_prompt: null, data: { name: "Charles" } },
  lead: {
    id: "0199f3a0-0000-7000-8000-000000000001",
    email: "ada@example.com",
    first_name: "Ada",
    last_name: "Lovelace",
    company: "Analytical Engines",
    title: null,
    attributes: {},
  },
}

const lengthOf = (text: string) => [...text].length

/** Deep-frozen, so that a generator which writes into its request throws. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(frozen)
    Object.freeze(value)
  }
  return value
}

/**
 * Checks the promises of `DraftGenerator` in `src/ports/draft-generator.ts`.
 *
 * @param make a generator that can answer, for example against a fake provider
 * @param makeHanging the same against a provider that never answers; left out by a generator that
 *   waits for nobody
 * @param makeRefused the same with an account that the provider turns away; left out by a generator
 *   that has none
 */
export function runDraftGeneratorConformance(
  name: string,
  make: () => DraftGenerator | Promise<DraftGenerator>,
  makeHanging?: () => DraftGenerator | Promise<DraftGenerator>,
  makeRefused?: () => DraftGenerator | Promise<DraftGenerator>
): void {
  describe(`generator "${name}" keeps the port's promises`, () => {
    const request = (overrides: Partial<DraftRequest> = {}) =>
      frozen(structuredClone({ ...REQUEST, ...overrides }))
    const signal = () => new AbortController().signal

    it(`${name} brings a default prompt that a lead of whom only the address is known can fill`, async () => {
      const { defaultPrompt } = await make()
      const lead = { ...REQUEST.lead, first_name: null, last_name: null, company: null }
      const scope = { lead, sender: null, campaign: REQUEST.campaign }
      expect(fillPrompt(defaultPrompt, scope).prompt.trim()).not.toBe("")
      expect(lengthOf(defaultPrompt)).toBeLessThanOrEqual(32_000)
    })

    it(`${name} answers a subject of one line and a body, both within the bounds`, async () => {
      const { subject, body, usage, model } = await (
        await make()
      ).generate(request(), { signal: signal() })
      expect(subject.trim()).not.toBe("")
      expect(subject).not.toMatch(/[\r\n]/)
      expect(lengthOf(subject)).toBeLessThanOrEqual(998)
      expect(body.trim()).not.toBe("")
      expect(lengthOf(body)).toBeLessThanOrEqual(50_000)
      for (const tokens of [usage?.input_tokens ?? 0, usage?.output_tokens ?? 0]) {
        expect(Number.isInteger(tokens) && tokens >= 0).toBe(true)
      }
      expect(model === undefined || model.length > 0).toBe(true)
    })

    it(`${name} writes without a sender, and leaves its request as it was`, async () => {
      const generator = await make()
      const draft = await generator.generate(request({ sender: null }), { signal: signal() })
      expect(draft.body.trim()).not.toBe("")
    })

    it(`${name} answers calls at the same time each with its own draft`, async () => {
      const generator = await make()
      const drafts = await Promise.all(
        Array.from({ length: 8 }, () => generator.generate(request(), { signal: signal() }))
      )
      expect(new Set(drafts).size).toBe(8)
    })

    it(`${name} rethrows the reason of a signal that has fired already`, async () => {
      const generator = await make()
      const reason = new Error("cancelled before it began")
      const answer = generator.generate(request(), { signal: AbortSignal.abort(reason) })
      await expect(answer).rejects.toBe(reason)
    })

    if (makeHanging) {
      it(`${name} stops in mid-call when the signal fires, and rethrows its reason`, async () => {
        const generator = await makeHanging()
        const controller = new AbortController()
        const outcome = generator
          .generate(request(), { signal: controller.signal })
          .then(() => "answered")
          .catch((error: unknown) => error)
        const first = await Promise.race([outcome, sleep(200, "in mid-call", { ref: false })])
        expect(first).toBe("in mid-call")
        const reason = new Error("cancelled in mid-call")
        controller.abort(reason)
        expect(await Promise.race([outcome, sleep(1_000, "still going", { ref: false })])).toBe(
          reason
        )
      })
    }

    if (makeRefused) {
      it(`${name} ends the batch, not each lead by itself, where its account is turned away`, async () => {
        const generator = await makeRefused()
        const answer = generator.generate(request(), { signal: signal() })
        await expect(answer).rejects.toBeInstanceOf(FatalGeneratorError)
      })
    }

    it(`${name} fails with none but the port's errors, and says no more than it may`, async () => {
      const generator = await make()
      const answer = generator.generate(request({ prompt: "" }), { signal: signal() })
      const outcome = await answer.catch((error: unknown) => error)
      // A model may well answer an empty prompt; where it does not, it must say so in our terms.
      if (!(outcome instanceof Error)) return expect(outcome).toHaveProperty("body")
      expect(outcome).toBeInstanceOf(GeneratorError)
      expect((outcome as GeneratorError).code).toMatch(/^[a-z][a-z0-9_]*$/)
      expect(outcome.message).not.toContain(REQUEST.lead.email)
    })
  })
}
