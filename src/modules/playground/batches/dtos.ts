import type { CheckResult } from "../checks/run-checks"
import type {
  CampaignSnapshot,
  CustomerFact,
  CustomerFacts,
  DraftInstruction,
  DraftMessage,
  DraftUsage,
  FailureParams,
  GeneratorNotice,
  StepSnapshot,
} from "../../../ports"
export type { DraftCounts } from "../sql/reads/count-drafts"
import type { BatchSummaryRow } from "../sql/reads/list-batches"
import type { DraftRow } from "../sql/reads/list-drafts"
import type { NewDraftTask } from "../sql/transitions/create-batch"
import type { DraftBatchStatus, DraftTaskStatus, PromptSource } from "../state-machine"
import type { PageOf } from "./page"

/** A prompt as a batch pins it. */
export interface ResolvedPromptDTO {
  /** Normalised, placeholders not filled. */
  text: string
  /** Lower-case hex SHA-256 of `text`. */
  hash: string
  source: PromptSource
}

/** The prompt of a batch, and those of variants that go before it. */
export interface BatchPromptDTO extends ResolvedPromptDTO {
  /** By the variant's label. Absent: none has its own, or the request's goes before all. */
  variants?: Record<string, ResolvedPromptDTO>
}

/** What a batch is made of. Everything in it is frozen. */
export interface CreateDraftBatchInput {
  campaign: CampaignSnapshot
  step: StepSnapshot
  prompt: BatchPromptDTO
  /** In lead order, 1 to 200. */
  tasks: NewDraftTask[]
  /** The host's actor id. */
  requested_by: string
  /** Null: every call makes a fresh batch. */
  idempotency: { key: string; request_fingerprint: string } | null
  /** The test set that the tasks are of: its drafts are for nobody. Null or absent: campaign leads. */
  test_set_id?: string | null
}

/** A committed batch, as `generate` answers it. */
export interface CreatedDraftBatchDTO {
  campaign_id: string
  step_index: number
  batch_id: string
  /** In lead order. */
  enqueued_lead_ids: string[]
  prompt_version_hash: string
  total: number
}

/** An amount of money. */
export interface CostDTO {
  amount: number
  /** ISO 4217 in lower case: the option `currency`. */
  currency_code: string
}

/** How many draft tasks of a batch are in each status. */
export type DraftTaskCounts = Record<DraftTaskStatus, number> & { total: number }

/** How one lead of a batch stands. */
export interface LeadProgressDTO {
  campaign_lead_id: string
  status: DraftTaskStatus
  attempt: number
  /** Why the last attempt failed. A task that will be tried again has one too. */
  error?: { code: string; params: FailureParams; message: string }
  completed_at: Date | null
  has_draft: boolean
  /** The first 120 characters of the subject. */
  subject_preview?: string
}

/** What is out of the ordinary about a batch; each is there only where it applies. */
export interface BatchRemarksDTO {
  /** Code of the failure that stopped it, which no lead could have helped; a retry goes on from there. */
  stop_reason?: string
  /** What the code is about. Beside `stop_reason`. */
  stop_params?: FailureParams
  /** What went wrong and what to do. Beside `stop_reason`. */
  stop_message?: string
  /** What holds for all of its drafts and whoever reads them should know. */
  notices?: GeneratorNotice[]
}

/** The answer of `status`. Terminal when pending and running are 0. */
export interface DraftBatchStatusDTO extends BatchRemarksDTO {
  campaign_id: string
  batch_id: string
  step_index: number
  status: DraftBatchStatus
  overall: DraftTaskCounts
  /** Until when its provider has asked it to wait. There only while it waits. */
  waiting_until?: Date
  /** In lead order. */
  per_lead: LeadProgressDTO[]
}

/** One draft with its whole text and where it came from. */
export interface DraftDTO extends Omit<DraftRow, "model" | "usage" | "customer"> {
  step_index: number
  generator: string
  model?: string
  usage?: DraftUsage
  step_config_fingerprint: string
  /** What the shop knew of the lead when the batch was made. Absent where it is no customer. */
  customer?: CustomerFacts
}

/** A draft with what the campaign's checks say of it now; absent where the campaign has none. */
export interface CheckedDraftDTO extends DraftDTO {
  checks?: CheckResult[]
}

/** A page of a batch's drafts, in lead order. */
export interface DraftPageDTO extends PageOf {
  campaign_id: string
  batch_id: string
  drafts: CheckedDraftDTO[]
}

/** One batch of the history, with what its tasks come to. */
export interface DraftBatchDTO
  extends
    BatchRemarksDTO,
    Omit<
      BatchSummaryRow,
      keyof DraftTaskCounts | keyof DraftUsage | keyof BatchRemarksDTO | "cost"
    > {
  counts: DraftTaskCounts
  /** Sums over all answered calls, failed ones among them. */
  usage: DraftUsage
  /** What those calls cost; null when none of them had a price. */
  cost: CostDTO | null
}

/** A batch together with its prompt's text. */
export interface DraftBatchDetailDTO extends DraftBatchDTO {
  prompt: string
}

/** A page of a campaign's batches, newest first. */
export interface DraftBatchPageDTO extends PageOf {
  batches: DraftBatchDTO[]
}

/** What calls would use and cost. An estimate. */
export interface SpendEstimateDTO extends DraftUsage {
  /** Null when the model has no price. */
  cost: CostDTO | null
}

/** How the leads stand that generating would take. */
export interface PreviewBatchDTO {
  /** How many they are. */
  total: number
  /** For how many a draft could be written. */
  ready: number
  /** Placeholders that some of them have no value for, most frequent first. */
  missing: {
    /** As the prompt writes it: `lead.company`. */
    variable: string
    /** How many leads lack it. */
    count: number
    /** At most 20 of them, in lead order. */
    campaign_lead_ids: string[]
  }[]
  /**
   * How many more it would take, had they not withdrawn their consent to e-mails: those that it passes
   * over before the last lead that it takes, or among those that were named.
   */
  withdrawn: number
  /** Of those that are ready; null when the generator asks no model. */
  estimate: SpendEstimateDTO | null
}

/** What drafting for given leads would use. Nothing was spent on it. */
export interface LeadsPreviewDTO {
  generator: string
  model: string | null
  batch: Omit<PreviewBatchDTO, "withdrawn">
}

/** What generating would send for one lead. Nothing was spent on it. */
export interface DraftPreviewDTO {
  campaign_id: string
  step_index: number
  campaign_lead_id: string
  variant_label: string
  generator: string
  model: string | null
  /** As the batch would pin it, placeholders not filled. */
  prompt: string
  prompt_source: PromptSource
  prompt_version_hash: string
  /** Filled in for the lead; null when a variable is missing. */
  rendered_prompt: string | null
  /** The prompt with names in the place of values, and the lead's values; null as above. */
  instruction: DraftInstruction | null
  /** Word for word what the generator would send; empty when a variable is missing. */
  messages: DraftMessage[]
  /** Placeholders for which the lead has no value and the prompt no fallback. */
  missing_variables: string[]
  /** For this lead; null when a variable is missing, or when the generator asks no model. */
  estimate: SpendEstimateDTO | null
  /** For a batch of `n_leads` like this one; null as `estimate` is. */
  batch_estimate: (SpendEstimateDTO & { n_leads: number }) | null
  /** For exactly the leads that generating would take. */
  batch: PreviewBatchDTO
  /**
   * What the judge will use for those that are ready, where it judges drafts of new batches by itself.
   * Null where it does not, where none is ready, and where it cannot be told.
   */
  judging_estimate: SpendEstimateDTO | null
  /** Those of them that lack nothing, in lead order. */
  ready_lead_ids: string[]
  /** What a prompt may name below `customer`; empty where none of these leads is a customer. */
  customer_facts: CustomerFact[]
}

/** What `retry` enqueued again. */
export interface RetriedDraftBatchDTO {
  campaign_id: string
  batch_id: string
  /** In lead order. */
  enqueued_lead_ids: string[]
  total: number
}

/** What `cancel` stopped. */
export interface CancelledDraftBatchDTO {
  campaign_id: string
  batch_id: string
  /** 0 when the batch had already ended. */
  cancelled_count: number
}
