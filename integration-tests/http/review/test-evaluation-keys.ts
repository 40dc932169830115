import type { Host } from "../../../testing/host-suite"
import { playgroundOf } from "../playground/client"
import { reviewOf } from "./client"
import { createTestSet, settled } from "./test-evaluations"

/** Calls that start an evaluation and are sent again: their answer was lost, or a person clicked twice. */
export function testEvaluationKeys(host: Host) {
  describe("Idempotency-Key", () => {
    const withKey = (key: string) => ({ ...host.adminHeaders(), "Idempotency-Key": key })
    const prepare = async () => {
      const review = await reviewOf(host, 2)
      const { id: test_set_id } = await createTestSet(review, {
        campaign_lead_ids: review.lead_ids,
      })
      const run = (key: string, body: object = {}) =>
        review.post("playground/evaluations", { test_set_id, step_index: 1, ...body }, withKey(key))
      const count = async () => (await review.get("playground/evaluations")).body.count as number
      return { review, test_set_id, run, count }
    }

    it("gives the first answer again, whatever has changed since, and drafts nothing twice", async () => {
      const { review, run, count } = await prepare()
      const prompt = await review.post("prompts", { name: "One", text: "Subject: Old\n\nOld." })
      const { id: prompt_id } = prompt.body.prompt
      const thresholds = { max_failed: 0, max_flagged: 1 }
      const made = await run("k1", { prompt_id, thresholds })
      expect(made.status).toBe(202)
      const { id, batch_id } = made.body.evaluation
      expect(await settled(review, String(id))).toMatchObject({ status: "passed" })
      const drafts = await playgroundOf(host, review.campaign_id).drafts(String(batch_id))
      await review.post(`prompts/${prompt_id}/versions`, { text: "Subject: New\n\nNew." })

      const again = await run("k1", {
        thresholds: { max_flagged: 1, max_failed: 0 },
        custom_prompt: null,
        prompt_id,
      })
      expect([again.status, again.body]).toEqual([202, made.body])
      expect(await playgroundOf(host, review.campaign_id).drafts(String(batch_id))).toEqual(drafts)
      expect(await count()).toBe(1)
    })

    it("makes one evaluation of calls that come at the same time", async () => {
      const { run, count } = await prepare()
      const answers = await Promise.all(["k1", "k1", "k1", "k1"].map((key) => run(key)))
      expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202])
      const [one] = answers
      for (const { body } of answers) expect(body).toEqual(one?.body)
      expect(await count()).toBe(1)
    })

    it("is a conflict with another body, or when a batch of drafts has the key", async () => {
      const { review, run, count } = await prepare()
      const made = await run("k1")
      const conflict = (batch_id: unknown) => ({
        type: "conflict",
        code: "idempotency_key_reused",
        message: expect.stringContaining(String(batch_id)) as string,
      })
      for (const body of [
        { step_index: 3 },
        { custom_prompt: "Subject: Hello\n\nAnother." },
        { thresholds: { max_failed: 0 } },
        { test_set_id: review.campaign_id },
      ]) {
        const refused = await run("k1", body)
        expect([refused.status, refused.body]).toEqual([
          409,
          conflict(made.body.evaluation.batch_id),
        ])
      }
      const generate = (key: string) =>
        review.post("playground/generate", { step_index: 1 }, withKey(key))
      expect((await generate("k1")).body).toEqual(conflict(made.body.evaluation.batch_id))
      const drafts = await generate("k2")
      expect(drafts.status).toBe(202)
      expect((await run("k2")).body).toEqual(conflict(drafts.body.batch_id))
      expect(await count()).toBe(1)
    })

    it("is checked as for drafts, and forgotten with the test set", async () => {
      const { review, test_set_id, run, count } = await prepare()
      for (const key of ["", "a b", "~".repeat(256)]) expect((await run(key)).status).toBe(400)
      expect((await run("k1")).status).toBe(202)
      await review.remove(`test-sets/${test_set_id}`)
      expect((await run("k1")).status).toBe(404)
      const { id } = await createTestSet(review, { campaign_lead_ids: review.lead_ids })
      expect((await run("k1", { test_set_id: id })).status).toBe(202)
      expect(await count()).toBe(1)
    })
  })
}
