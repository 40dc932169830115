import type { JsonObject } from "../../../ports"
import type { Db } from "../../../persistence/db"
import { listNamedLeads } from "../sql/reads/list-named-leads"
import { retrieveBatchContext, type BatchContextRow } from "../sql/reads/retrieve-batch-context"
import type { ClaimedTaskRow } from "../sql/transitions/claim-tasks"
import { indexLeadNames, type LeadNames } from "./flags/lead-names"
import { textsOf } from "./flags/normalise"

/** What all tasks of a batch have in common, ready for use. Read once per batch and process. */
export interface BatchContext extends BatchContextRow {
  names: LeadNames
}

/** Null when there is no such batch. */
export async function loadBatchContext(db: Db, batchId: string): Promise<BatchContext | null> {
  const [row, leads] = await Promise.all([
    retrieveBatchContext(db, batchId),
    listNamedLeads(db, batchId),
  ])
  if (!row) return null
  const { prompt_text, campaign_snapshot: campaign, step_snapshot: step } = row
  const senders = [step.sender, ...step.variants.map(({ sender }) => sender)]
  const spoken: JsonObject[] = senders.flatMap((sender) =>
    sender ? [{ profile_name: sender.profile_name, ...sender.data }] : []
  )
  const prompts = [prompt_text, ...Object.values(row.variant_prompts ?? {})]
  const neutral = [...prompts, campaign.name, campaign.description ?? "", ...textsOf(spoken)]
  return { ...row, names: indexLeadNames(leads, neutral) }
}

/** With the prompt that this task was given: its variant's, else the batch's. */
export function withPromptOf(
  { prompt_version_hash }: Pick<ClaimedTaskRow, "prompt_version_hash">,
  context: BatchContext
): BatchContext {
  const own = context.variant_prompts?.[prompt_version_hash]
  return own === undefined ? context : { ...context, prompt_text: own }
}
