import { z } from "@medusajs/framework/zod"
import { nameUpTo } from "../../../../../../validation/text"
import { leadIds } from "../../../../../utils/lead-ids"
import { sampleSeed } from "../../../../../utils/lead-selection"
import { pageParam } from "../../../../../utils/page"
import type { TestLeadsRequest } from "../../../../../../workflows/evaluations/steps/create-test-set"

const MAX_LEADS = 200
const WAYS = ["campaign_lead_ids", "sample", "bundled"] as const

/** Body of `POST …/test-sets`. */
export const CreateTestSet = z
  .strictObject({
    name: nameUpTo(120),
    campaign_lead_ids: leadIds().optional(),
    sample: z
      .strictObject({ n: z.number().int().min(1).max(MAX_LEADS), seed: sampleSeed().optional() })
      .optional(),
    bundled: z.enum(["hostile"]).optional(),
    step_index: z.number().int().min(1).max(32).optional().meta({
      default: 1,
      description: "With `campaign_lead_ids` and `sample`: the step whose leads may be chosen.",
    }),
  })
  .superRefine((body, context) => {
    const given = WAYS.filter((way) => body[way] !== undefined)
    if (given.length !== 1) {
      const message = `Fields ${WAYS.map((way) => `'${way}'`).join(", ")}: send exactly one of them`
      context.addIssue({ code: "custom", message })
    } else if (body.bundled !== undefined && body.step_index !== undefined) {
      const message = "is for leads of the campaign only: leave it out beside 'bundled'"
      context.addIssue({ code: "custom", path: ["step_index"], message })
    }
  })
  .meta({ oneOf: WAYS.map((way) => ({ required: [way] })) })
  .transform(({ name, step_index = 1, campaign_lead_ids, sample }) => ({
    name,
    leads: toLeads(step_index, campaign_lead_ids, sample),
  }))

function toLeads(
  step_index: number,
  campaign_lead_ids: string[] | undefined,
  sample: { n: number; seed?: number } | undefined
): TestLeadsRequest {
  if (campaign_lead_ids) return { source: "leads", step_index, campaign_lead_ids }
  if (sample) return { source: "sample", step_index, n: sample.n, seed: sample.seed ?? 0 }
  return { source: "bundled" }
}

/** Query of `GET …/test-sets`. */
export const ListTestSets = z.strictObject({ ...pageParam() })

export type CreateTestSetType = z.infer<typeof CreateTestSet>
export type ListTestSetsType = z.infer<typeof ListTestSets>
