import { z } from "@medusajs/framework/zod"
import { ChecksSchema } from "../../../src/modules/playground"
import { CHECK_CODES } from "../../../src/modules/playground/checks/check-result"
import { CheckSchema } from "../../../src/modules/playground/checks/check-schema"
import { count, id, instant, page, spend, stepIndex } from "./parts"

const score = () => z.number().int().min(1).max(5)
const hash = () => z.string().regex(/^[0-9a-f]{64}$/)
const share = () => z.number().min(0).max(1)
const snapshotValue = () => z.union([z.string(), z.number(), z.boolean()])

/** A named prompt of a campaign. */
export const NamedPrompt = z
  .strictObject({
    id: id(),
    campaign_id: id(),
    name: z.string(),
    note: z.string().nullable(),
    archived: z.boolean(),
    created_by: z.string(),
    created_at: instant(),
    updated_at: instant(),
    current_version_hash: hash(),
    versions_count: count(),
    used_version_hash: hash()
      .nullable()
      .meta({ description: "The version that is the campaign's `system_prompt` now." }),
  })
  .meta({ id: "NamedPrompt" })

const VersionOutcome = z
  .strictObject({
    batches: count(),
    drafted: count(),
    failed: count(),
    flagged: count(),
    approved: count(),
    edited: count().meta({ description: "Of the approved." }),
    mean_edited_share: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .meta({ description: "How much of an edited e-mail was changed, on average." }),
    rejected: count(),
    judgements: z.strictObject({
      count: count(),
      good: count(),
      bad: count(),
      mean_score: z.number().min(1).max(5).nullable(),
    }),
  })
  .meta({ id: "VersionOutcome" })

/** A named prompt with its versions, the current one first. */
export const NamedPromptDetail = NamedPrompt.extend({
  versions: z.array(
    z.strictObject({
      prompt_version_hash: hash(),
      text: z.string(),
      note: z.string().nullable(),
      created_by: z.string(),
      created_at: instant(),
      is_current: z.boolean(),
      outcome: VersionOutcome,
    })
  ),
}).meta({ id: "NamedPromptDetail" })

export const NamedPromptPage = z.strictObject({ prompts: z.array(NamedPrompt), ...page() })

/** What one person thinks of a draft. */
export const Judgement = z
  .strictObject({
    draft_id: id(),
    judged_by: z.string(),
    score: z.number().int().min(1).max(5).nullable(),
    verdict: z.enum(["good", "bad"]).nullable(),
    reasons: z.array(z.string()),
    created_at: instant(),
    updated_at: instant(),
  })
  .meta({ id: "Judgement" })

export const JudgementPage = z.strictObject({
  batch_id: id(),
  judgements: z.array(Judgement),
  ...page(),
})

/** How far judge and people say the same. */
const Agreement = z.strictObject({
  share: share().nullable(),
  kappa: z.number().min(-1).max(1).nullable(),
  n: count(),
  enough: z.boolean(),
})

const verdict = {
  judged: count(),
  wins: z.array(count()).length(2),
  ties: count(),
  win_rate: share().nullable().meta({ description: "Of the second, over decided pairs." }),
  interval: z.array(share()).length(2).meta({ description: "Wilson, 95 %." }),
  p_value: share().meta({ description: "Exact two-sided sign test." }),
  decision: z.enum(["first", "second", "none_shown"]),
  needed: count().nullable().meta({ description: "More decided pairs that would tell." }),
}

/** A blind comparison of two batches, and what it comes to. */
export const Comparison = z
  .strictObject({
    id: id(),
    campaign_id: id(),
    step_index: stepIndex(),
    batch_ids: z.array(id()).length(2),
    created_by: z.string(),
    created_at: instant(),
    pairs: count(),
    ...verdict,
    people: count(),
    agreement: z.strictObject({ share: share(), n: count() }).nullable(),
    judge: z
      .strictObject({
        ...verdict,
        agreement: Agreement.meta({ description: "With people, over pairs that both judged." }),
      })
      .nullable()
      .meta({ description: "The host's judge, apart from people. Null: it has judged no pair." }),
  })
  .meta({ id: "Comparison" })

export const ComparisonPage = z.strictObject({ comparisons: z.array(Comparison), ...page() })

const text = () => z.strictObject({ subject: z.string(), body: z.string() })

export const NextPair = z.strictObject({
  pair: z.strictObject({ pair_id: id(), left: text(), right: text() }).nullable(),
  remaining: count(),
})

export const PairChoice = z.strictObject({
  pair_id: id(),
  choice: z.enum(["left", "right", "equal"]).nullable(),
  remaining: count(),
})

export const JudgedPairPage = z.strictObject({
  pairs: z.array(
    z.strictObject({
      pair_id: id(),
      campaign_lead_id: id(),
      outcome: z.enum(["first", "second", "tie"]).nullable(),
      choices: z.strictObject({ first: count(), second: count(), equal: count() }),
      judge: z
        .strictObject({
          outcome: z.enum(["first", "second", "tie"]),
          calls: z
            .array(
              z.strictObject({
                shown_first: z.enum(["first", "second"]),
                choice: z.enum(["first", "second", "equal"]),
                reason: z.string(),
              })
            )
            .length(2),
        })
        .nullable()
        .meta({ description: "Null: the judge has not judged it in both orders." }),
      drafts: z.array(text().extend({ id: id() })).length(2),
    })
  ),
  ...page(),
})

/** What the drafts of a campaign must keep. */
export const CampaignChecks = z.strictObject({
  checks: ChecksSchema,
  updated_by: z.string().nullable(),
  updated_at: instant().nullable(),
})

export const CheckResult = z
  .strictObject({
    check: count().meta({ description: "Its place in the list of checks." }),
    passed: z.boolean(),
    code: z.enum(CHECK_CODES),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    message: z.string(),
    place: z
      .strictObject({ part: z.enum(["subject", "body"]), start: count(), end: count() })
      .nullable()
      .meta({ description: "In UTF-16 units." }),
  })
  .meta({ id: "CheckResult" })

/** What the checks say of a batch now. */
export const CheckedBatch = z.strictObject({
  batch_id: id(),
  checks: z.array(z.strictObject({ check: CheckSchema, passed: count(), failed: count() })),
  drafts: z.array(
    z.strictObject({ draft_id: id(), campaign_lead_id: id(), results: z.array(CheckResult) })
  ),
  ...page(),
})

/** What has been set going. */
export const RequestedJudging = z.strictObject({ batch_id: id(), enqueued: count() })

export const Judge = z.strictObject({
  name: z.string(),
  model: z.string().nullable(),
  version: z.string(),
})

const JudgingCounts = z.strictObject({
  pending: count(),
  judged: count(),
  failed: count(),
  cancelled: count(),
  unjudged: count().meta({ description: "What nobody asked it about." }),
})

const JudgingError = z.strictObject({
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.unknown()),
})

/** How the judge's calls about a comparison stand. */
export const PairJudging = z.strictObject({
  comparison_id: id(),
  judge: Judge.nullable().meta({ description: "Null: the host has none that compares." }),
  counts: JudgingCounts.meta({ description: "Calls, two a pair." }),
  estimate: z
    .strictObject({ calls: count(), ...spend })
    .nullable()
    .meta({ description: "What the calls that are not judged yet would use." }),
  error: JudgingError.nullable().meta({ description: "Of the latest call that came to nothing." }),
})

export const RequestedPairJudging = z.strictObject({ comparison_id: id(), enqueued: count() })

export const CancelledPairJudging = z.strictObject({
  comparison_id: id(),
  cancelled_count: count(),
})

const DraftJudging = z
  .strictObject({
    draft_id: id(),
    campaign_lead_id: id(),
    status: z.enum(["pending", "judged", "failed", "cancelled"]),
    score: score().nullable(),
    criteria: z.array(z.strictObject({ name: z.string(), score: score(), reason: z.string() })),
    claims: z
      .array(
        z.strictObject({
          text: z.string(),
          field: z.string().nullable(),
          value: z.union([snapshotValue(), z.array(snapshotValue())]).nullable(),
        })
      )
      .meta({
        description:
          "What the mail states as a fact, and the field of the lead's snapshot that says so, as " +
          "placeholders name it, with its value. Null: nothing does.",
      }),
    error: JudgingError.nullable(),
    judged_at: instant().nullable(),
  })
  .meta({ id: "DraftJudging" })

/** What the judge says of a batch. */
export const BatchJudging = z.strictObject({
  batch_id: id(),
  judge: Judge.nullable().meta({ description: "Null: the host has none." }),
  counts: JudgingCounts,
  mean_score: z.number().min(1).max(5).nullable(),
  unsupported: count().meta({ description: "Drafts with a claim that nothing supports." }),
  estimate: z
    .strictObject(spend)
    .nullable()
    .meta({ description: "What judging the rest would use." }),
  agreement: Agreement.meta({ description: "With people, over the campaign." }),
  judgements: z.array(DraftJudging),
  ...page(),
})
