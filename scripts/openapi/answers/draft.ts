import { z } from "@medusajs/framework/zod"
import { FLAG_CODES } from "../../../src/modules/playground/entities/draft-flag"
import { CUSTOMER_FACTS } from "../../../src/ports"
import { PROMPT_SOURCES, REVIEW_STATUSES } from "../../../src/modules/playground/state-machine"
import { DraftBatch } from "./draft-batch"
import { CheckResult } from "./verdict"
import { count, id, instant, page, spend, stepIndex, Usage } from "./parts"

const fact = () => z.string().nullable().optional()

/** Only what the option `customerFacts` names is there. */
const Customer = z
  .strictObject({
    orders_count: count().optional(),
    total_spent: fact(),
    average_order: fact(),
    first_order_at: fact(),
    last_order_at: fact(),
    days_since_last_order: z.number().int().nullable().optional(),
    last_order: z.strictObject({ products: z.string().nullable() }).optional(),
    top_category: fact(),
    top_product: fact(),
    groups: fact(),
    language: fact(),
    country: fact(),
    open_cart: z.strictObject({ products: fact(), value: fact() }).optional(),
  })
  .meta({
    id: "CustomerFacts",
    description:
      "What the shop knew of the lead when the batch was made, as prompts may use it (`{{ customer.… }}`). Absent where the lead is no customer.",
  })

/** One draft with its whole text and where it came from. */
export const Draft = z
  .strictObject({
    id: id(),
    campaign_lead_id: id(),
    step_index: stepIndex(),
    variant_label: z.string(),
    subject: z.string(),
    body: z.string(),
    generated_at: instant(),
    prompt_version_hash: z.string(),
    generator: z.string(),
    model: z.string().optional(),
    usage: Usage.optional(),
    latency_ms: count(),
    step_config_fingerprint: z.string(),
    lead_fingerprint: z.string(),
    flags: z
      .array(
        z.strictObject({
          code: z.enum(FLAG_CODES),
          message: z.string(),
          params: z
            .record(z.string(), z.union([z.string(), z.number()]))
            .optional()
            .meta({
              description: "What the message says of this draft, to word it in another language.",
            }),
        })
      )
      .meta({ description: "What a reviewer should look at; empty for most." }),
    review_status: z.enum(REVIEW_STATUSES),
    reviewed_at: instant().nullable(),
    reviewed_by: z.string().nullable(),
    reject_reason: z.string().nullable(),
    customer: Customer.optional(),
  })
  .meta({ id: "Draft" })

/** A page of a batch's drafts, in lead order. */
export const DraftPage = z.strictObject({
  campaign_id: id(),
  batch_id: id(),
  drafts: z.array(
    Draft.extend({
      checks: z.array(CheckResult).optional().meta({
        description: "What the campaign's checks say of it now; absent where it has none.",
      }),
    }).meta({ id: "CheckedDraft" })
  ),
  ...page(),
})

/** Two batches of a step, lead by lead. */
export const BatchComparison = z.strictObject({
  campaign_id: id(),
  step_index: stepIndex(),
  batches: z.array(DraftBatch).length(2),
  leads: z.array(
    z.strictObject({ campaign_lead_id: id(), drafts: z.array(Draft.nullable()).length(2) })
  ),
  ...page(),
})

/** For how many leads a draft could be written, what the others lack, and what those ready cost at most. */
export const readiness = {
  total: count(),
  ready: count(),
  missing: z.array(
    z.strictObject({
      variable: z.string(),
      count: count(),
      campaign_lead_ids: z.array(id()).max(20),
    })
  ),
  estimate: z.strictObject(spend).nullable(),
}

/** What generating would send for one lead, and what a batch would cost. */
export const DraftPreview = z
  .strictObject({
    campaign_id: id(),
    step_index: stepIndex(),
    campaign_lead_id: id(),
    variant_label: z.string(),
    generator: z.string(),
    model: z.string().nullable(),
    prompt: z.string().meta({ description: "Placeholders not filled." }),
    prompt_source: z.enum(PROMPT_SOURCES),
    prompt_version_hash: z.string(),
    rendered_prompt: z
      .string()
      .nullable()
      .meta({ description: "Filled in for the lead; null when a variable is missing." }),
    instruction: z
      .strictObject({
        text: z
          .string()
          .meta({ description: "Each placeholder replaced by a name: `<lead.first_name>`." }),
        facts: z.array(z.strictObject({ name: z.string(), value: z.string() })),
      })
      .nullable()
      .meta({ description: "The prompt as a model gets it; null when a variable is missing." }),
    messages: z
      .array(z.strictObject({ role: z.enum(["system", "user"]), content: z.string() }))
      .meta({ description: "Word for word what the generator would send." }),
    missing_variables: z.array(z.string()),
    estimate: z
      .strictObject(spend)
      .nullable()
      .meta({ description: "Null when the generator asks no model, or a variable is missing." }),
    batch_estimate: z.strictObject({ ...spend, n_leads: count() }).nullable(),
    batch: z
      .strictObject({
        ...readiness,
        withdrawn: count().meta({
          description:
            "Leads that are left out because they withdrew their consent: those before the last lead " +
            "that is taken, in the order of the selection, or among those that were named. Of a lead " +
            "that `undrafted` leaves out for its draft nothing is said.",
        }),
      })
      .meta({
        description:
          "The leads that `generate` would take with the same body: for how many a draft could be " +
          "written, what the others lack, and what those that are ready cost at most. `total` is 0 " +
          "where all of them withdrew their consent.",
      }),
    judging_estimate: z
      .strictObject(spend)
      .nullable()
      .meta({
        description:
          "What the judge will use for those that are ready, where it judges drafts of new batches by " +
          "itself. Null: it does not, none is ready, or it cannot be told.",
      }),
    ready_lead_ids: z.array(id()),
    customer_facts: z.array(z.enum(CUSTOMER_FACTS)).meta({
      description:
        "What a prompt may name below `customer`, as the option `customerFacts` says; empty where " +
        "none of these leads is a customer.",
    }),
  })
  .meta({ id: "DraftPreview" })
