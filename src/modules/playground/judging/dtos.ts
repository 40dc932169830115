import type { CriterionScore, DraftClaim, SnapshotValue } from "../../../ports"
import type { SpendEstimateDTO } from "../batches/dtos"
import type { PageOf } from "../batches/page"

/** How far judge and people agree on good or bad. */
export interface AgreementDTO {
  /** Of drafts on which both say the same. Null: there are none that both looked at. */
  share: number | null
  /** Cohen's. Null where it is not defined. */
  kappa: number | null
  /** Drafts that both called good or bad. */
  n: number
  /** False: too few to go by. */
  enough: boolean
}

/** What a draft states as a fact, with what the lead's snapshot holds to support it. */
export interface JudgedClaimDTO extends DraftClaim {
  /** Of `field`. Null for a claim that nothing supports. */
  value: SnapshotValue | SnapshotValue[] | null
}

/** What the judge says of one draft. */
export interface DraftJudgingDTO {
  draft_id: string
  campaign_lead_id: string
  /** `pending`: waits, or is being judged. */
  status: "pending" | "judged" | "failed" | "cancelled"
  /** 1 to 5. */
  score: number | null
  criteria: CriterionScore[]
  /** `field` is null for a claim that nothing in the lead's snapshot supports. */
  claims: JudgedClaimDTO[]
  /** Why there is no judgement, or none at the last attempt. */
  error: { code: string; message: string; params: Record<string, unknown> } | null
  judged_at: Date | null
}

/** What the judge says of a batch, and how far to trust it. */
export interface BatchJudgingDTO extends PageOf {
  batch_id: string
  /** Null: the host has none, and all else is empty. */
  judge: { name: string; model: string | null; version: string } | null
  counts: {
    pending: number
    judged: number
    failed: number
    cancelled: number
    /** Drafts that nobody asked it about. */
    unjudged: number
  }
  mean_score: number | null
  /** Drafts with a claim that nothing supports. */
  unsupported: number
  /** What judging the rest would use. Null: nothing is left, or it cannot be told. */
  estimate: SpendEstimateDTO | null
  /** Over the whole campaign. */
  agreement: AgreementDTO
  judgements: DraftJudgingDTO[]
}

/** How the judge's calls about a comparison's pairs stand, two a pair. What came of them, the comparison tells. */
export interface PairJudgingDTO extends Pick<BatchJudgingDTO, "judge" | "counts"> {
  comparison_id: string
  /** What the calls that are not judged yet would use. Null: there are none, or it cannot be told. */
  estimate: (SpendEstimateDTO & { calls: number }) | null
  /** Why the latest call that failed or was ended came to nothing. */
  error: DraftJudgingDTO["error"]
}

export interface RequestedPairJudgingDTO {
  comparison_id: string
  /** Calls, two a pair. */
  enqueued: number
}

export interface CancelledPairJudgingDTO {
  comparison_id: string
  /** Calls that will not be made, or whose answer is dropped. */
  cancelled_count: number
}

/** What a request to judge has set going. */
export interface RequestedJudgingDTO {
  batch_id: string
  /** Drafts that will be judged. */
  enqueued: number
}
