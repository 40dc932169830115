import { z } from "@medusajs/framework/zod"
import { PROMPT_SOURCES } from "../../../src/modules/playground/state-machine"
import { readiness } from "./draft"
import { count, id, instant, page, spend, stepIndex } from "./parts"
import { Judge } from "./verdict"

/** A named, frozen set of test leads. */
export const TestSet = z
  .strictObject({
    id: id(),
    campaign_id: id(),
    name: z.string(),
    source: z.enum(["leads", "sample", "bundled"]),
    size: count(),
    evaluations: count().meta({ description: "How many prompts were run against it." }),
    created_by: z.string(),
    created_at: instant(),
  })
  .meta({ id: "TestSet" })

export const TestSetPage = z.strictObject({ test_sets: z.array(TestSet), ...page() })

const text = () => z.string().nullable()

/** A test set with its leads, as they were when it was made. */
export const TestSetDetail = TestSet.extend({
  leads: z.array(
    z.strictObject({
      id: id().meta({ description: "Its own: what its drafts have as `campaign_lead_id`." }),
      position: count(),
      label: z.string(),
      code: text().meta({ description: "Of a bundled lead: what it tries, for a machine." }),
      snapshot: z.strictObject({
        id: id(),
        email: z.string(),
        first_name: text(),
        last_name: text(),
        company: text(),
        title: text(),
        attributes: z.record(z.string(), z.unknown()),
        customer: z.record(z.string(), z.unknown()).optional(),
      }),
    })
  ),
}).meta({ id: "TestSetDetail" })

/** A prompt that was run against a test set. */
export const Evaluation = z
  .strictObject({
    id: id(),
    campaign_id: id(),
    test_set_id: id(),
    step_index: stepIndex(),
    prompt_version_hash: z.string().regex(/^[0-9a-f]{64}$/),
    prompt_id: id().nullable(),
    batch_id: id()
      .nullable()
      .meta({ description: "Null once retention has taken the batch; the figures stay." }),
    status: z.enum(["pending", "passed", "failed"]),
    figures: z
      .strictObject({
        total: count(),
        drafted: count(),
        failed: count().meta({ description: "Leads without a draft: failed or cancelled." }),
        flagged: count(),
        checked: count().nullable().meta({
          description: "Drafts that keep all of the campaign's checks; null: it had none.",
        }),
        judge_score: z.number().min(1).max(5).nullable(),
        unsupported: count().nullable(),
      })
      .nullable()
      .meta({ description: "Null while pending." }),
    thresholds: z
      .array(
        z.strictObject({
          name: z.enum([
            "max_failed",
            "max_flagged",
            "min_checks_passed",
            "min_judge_score",
            "max_unsupported",
          ]),
          limit: z.number(),
          value: z.number().nullable(),
          passed: z.boolean().nullable(),
        })
      )
      .meta({ description: "Those that were set. `value` and `passed` are null while pending." }),
    created_by: z.string(),
    created_at: instant(),
    finished_at: instant().nullable(),
  })
  .meta({ id: "Evaluation" })

export const EvaluationPage = z.strictObject({ evaluations: z.array(Evaluation), ...page() })

/** An evaluation with its prompt's text. */
export const EvaluationDetail = Evaluation.extend({ prompt: z.string() }).meta({
  id: "EvaluationDetail",
})

/** What running a prompt against a test set would use. */
export const EvaluationPreview = z
  .strictObject({
    campaign_id: id(),
    test_set_id: id(),
    step_index: stepIndex(),
    variant_label: z.string().meta({ description: "That all leads of the set are drafted as." }),
    prompt: z.string().meta({ description: "Placeholders not filled." }),
    prompt_source: z.enum(PROMPT_SOURCES),
    prompt_version_hash: z.string(),
    generator: z.string(),
    model: z.string().nullable(),
    batch: z.strictObject(readiness),
    judge: Judge.nullable().meta({ description: "Null: the host has none." }),
    judging_estimate: z
      .strictObject(spend)
      .nullable()
      .meta({
        description:
          "What the judge would use as well, where thresholds ask for it. Null: there is none, or it " +
          "cannot be told.",
      }),
  })
  .meta({ id: "EvaluationPreview" })
