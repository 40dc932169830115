import { z } from "@medusajs/framework/zod"
import { leadIds } from "./lead-ids"

const DEFAULT_LEADS = 50
/** Each lead is a paid call of a model. */
const MAX_LEADS = 200
const MAX_SEED = 2 ** 31 - 1

/** The same seed gives the same leads, another seed others. */
export const sampleSeed = () => z.number().int().min(-MAX_SEED).max(MAX_SEED)

const CHOOSING = ["n_leads", "lead_selection", "sample_seed"] as const

/** Which leads a batch is for, as the members of a body: named one by one, or chosen. */
export const leadSelection = () => ({
  n_leads: z.number().int().min(1).max(MAX_LEADS).optional().meta({ default: DEFAULT_LEADS }),
  lead_selection: z
    .enum(["first", "undrafted", "sample"])
    .optional()
    .meta({
      default: "first",
      description:
        "`first`: in lead order. `undrafted`: in lead order, those without a draft of the step in any " +
        "batch. `sample`: spread over the whole campaign.",
    }),
  sample_seed: sampleSeed().optional().meta({
    default: 0,
    description: "With `sample`: the same seed gives the same leads, another seed others.",
  }),
  campaign_lead_ids: leadIds().optional(),
})

type LeadSelectionBody = {
  [Field in (typeof CHOOSING)[number] | "campaign_lead_ids"]?: unknown
}

/** Refuses what contradicts itself. */
export function checkLeadSelection(body: LeadSelectionBody, context: z.RefinementCtx): void {
  const given = CHOOSING.find((field) => body[field] !== undefined)
  if (body.campaign_lead_ids !== undefined && given) {
    const message = `Fields '${given}' and 'campaign_lead_ids' exclude each other: send one of the two`
    context.addIssue({ code: "custom", message })
  } else if (body.sample_seed !== undefined && body.lead_selection !== "sample") {
    const message = "is for lead_selection 'sample' only: leave it out, or choose 'sample'"
    context.addIssue({ code: "custom", path: ["sample_seed"], message })
  }
}

/** With the default number of leads. */
export const withDefaults = <Body extends { n_leads?: number }>({
  n_leads = DEFAULT_LEADS,
  ...body
}: Body) => ({ ...body, n_leads })
