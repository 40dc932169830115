import type { AssignedLead, CampaignSnapshot, StepSnapshot } from "./snapshot"

/** Which page of a step's leads is wanted. */
export interface ListStepLeadsInput {
  campaign_id: string
  step_index: number
  /** The `next` of the page before; null for the first page. Opaque to the caller. */
  after: string | null
  /** How many leads at most, 1 to 1,000. */
  limit: number
}

/** A page of leads in the campaign's lead order. */
export interface StepLeadsPage {
  leads: AssignedLead[]
  /** Cursor of the next page; null when there is nothing after this one. */
  next: string | null
}

/** Which leads of a step are wanted, by id. */
export interface ListStepLeadsByIdInput {
  campaign_id: string
  step_index: number
  /** UUIDs, 1 to 200. */
  lead_ids: string[]
}

/** Which part of a sample is wanted. */
export interface SampleLeadIdsInput extends ListStepLeadsInput {
  /** Another seed, another sample. */
  seed: number
}

/** A page of a sample. */
export interface SampledLeadIdsPage {
  /** In the order of the sample, which is not lead order. */
  lead_ids: string[]
  /** Cursor of the next page; null when there is nothing after this one. */
  next: string | null
}

/**
 * Where campaigns, steps, senders and leads come from.
 *
 * A host with campaigns of its own implements these methods on a module's service and names
 * the module's key in the plugin option `campaignSource`. Everything is answered as a snapshot that
 * the playground stores with the batch: a worker never asks the source again.
 *
 * An implementation must:
 * - keep *lead order*: a total order of a campaign's leads in which new leads come last, so that two
 *   prompts tried one after the other meet the same leads;
 * - keep *assignments*: a lead's variant of a step never changes while that variant exists;
 * - answer for unknown ids with null or an empty list, never with an error;
 * - never load a whole campaign into memory: a page costs what the page holds.
 *
 * `runCampaignSourceConformance` in this repository's `integration-tests/conformance` checks all of it.
 */
export interface CampaignSource {
  /** @param campaign_id a UUID. @returns null when there is no such campaign. */
  retrieveCampaignSnapshot(campaign_id: string): Promise<CampaignSnapshot | null>

  /** @returns null when the campaign has no such step (or does not exist). */
  retrieveStepSnapshot(campaign_id: string, step_index: number): Promise<StepSnapshot | null>

  /** A page of the step's leads whose variant is of type PERSONALIZATION, in lead order. */
  listStepLeads(input: ListStepLeadsInput): Promise<StepLeadsPage>

  /**
   * Those of `lead_ids` that belong to the campaign and whose variant of the step is of type
   * PERSONALIZATION, in lead order. Others are left out.
   */
  listStepLeadsById(input: ListStepLeadsByIdInput): Promise<AssignedLead[]>

  /** Of `lead_ids`, those that are leads of the campaign at all, in any order. */
  listCampaignLeadIds(campaign_id: string, lead_ids: string[]): Promise<string[]>

  /**
   * Optional: which attributes the campaign's leads have, so that a placeholder that names another is
   * told as a typo. Without it every attribute may exist. Asked for each batch and each preview: keep
   * the names, do not look through the leads for them.
   *
   * @param limit 1 to 10,000
   * @returns a path for each name and each member of an object, four levels deep at least:
   *   `[["city"], ["address"], ["address", "zip"]]`. Names that no lead has any more may be among them.
   *   Null when there are more than `limit`: then none is a typo.
   */
  listAttributePaths?(campaign_id: string, limit: number): Promise<string[][] | null>

  /**
   * Optional: the step's leads whose variant is of type PERSONALIZATION, in an order in which the first
   * `n` are spread over the whole campaign, for any `n`. The same campaign, step and seed give the same
   * order, so that two prompts meet the same leads. Without it a sample reads through all leads.
   */
  sampleLeadIds?(input: SampleLeadIdsInput): Promise<SampledLeadIdsPage>
}
