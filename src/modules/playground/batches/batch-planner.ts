import type { AssignedLead } from "../../../ports"
import type { ChosenGenerator } from "../generation/choose-generator"
import type { ResolvedPlaygroundOptions } from "../options/playground-options"
import type { JudgingStore } from "../judging/judging-store"
import {
  assertPromptUsable,
  resolveBatchPrompt,
  type KeptPrompt,
  type ResolveBatchPromptInput,
} from "../prompts/resolve-batch-prompt"
import type { BatchStore } from "./batch-store"
import type { CreateDraftBatchTerms } from "./create-draft-batch"
import type { BatchPromptDTO, DraftPreviewDTO, LeadsPreviewDTO } from "./dtos"
import { previewDraft, type PreviewDraftInput } from "./preview-draft"
import {
  previewLeads,
  TYPICAL_OUTPUT_TOKENS,
  type PreviewLeadsInput,
  type PreviewTerms,
} from "./preview-leads"

interface Dependencies {
  options: ResolvedPlaygroundOptions
  chosen: ChosenGenerator
  terms: CreateDraftBatchTerms
  batches: BatchStore
  /** Null: drafts of new batches are not judged by themselves. */
  judging: Pick<JudgingStore, "estimateUnwritten"> | null
}

/** What is settled before a batch is made. Writes nothing. */
export class BatchPlanner {
  constructor(private readonly dependencies_: Dependencies) {}

  /**
   * Settles which prompt a batch uses: the request's, else the campaign's, else the sender's, else the
   * option `defaultPrompt`, else the generator's own. A blank one does not count.
   *
   * @throws InvalidPromptError when it is no valid template, or names what nothing in the campaign has
   */
  resolvePrompt(input: ResolveBatchPromptInput): BatchPromptDTO {
    const { chosen, options } = this.dependencies_
    return resolveBatchPrompt(input, options.defaultPrompt ?? chosen.generator.defaultPrompt)
  }

  /**
   * Looks at a prompt that is to be kept with a campaign or a sender: what can never run is refused
   * now. An attribute passes, since leads that have it may yet come; so does a sender's fact.
   *
   * @param attributes those that leads of the campaign have already
   * @throws InvalidPromptError
   */
  assertPromptUsable(prompt: KeptPrompt, attributes: string[][]): void {
    assertPromptUsable(prompt, attributes)
  }

  /** What generating would do for one lead, and what for many. Calls no model. */
  async previewDraft(input: PreviewDraftInput): Promise<DraftPreviewDTO> {
    const { judging } = this.dependencies_
    const { campaign, step, leads } = input
    const terms = await this.previewTerms_(campaign.id)
    const preview = await previewDraft(input, terms)
    const ready = new Set(preview.ready_lead_ids)
    const judged = await judging?.estimateUnwritten({
      campaign,
      step,
      leads: leads.filter(({ lead }) => ready.has(lead.id)),
      draft_tokens: draftTokensOf(terms),
    })
    return { ...preview, judging_estimate: judged?.judging_estimate ?? null }
  }

  /**
   * What drafting for just these leads would use, which of them are ready, and how long a draft will be,
   * in tokens. Calls no model.
   */
  async previewLeads(
    input: PreviewLeadsInput
  ): Promise<{ preview: LeadsPreviewDTO; ready: AssignedLead[]; draft_tokens: number }> {
    const terms = await this.previewTerms_(input.campaign.id)
    const { leads, batch } = await previewLeads(input, terms)
    return {
      preview: { generator: terms.identifier, model: terms.generator.model ?? null, batch },
      ready: leads.flatMap(({ lead, request }) => (request ? lead : [])),
      draft_tokens: draftTokensOf(terms),
    }
  }

  private async previewTerms_(campaign_id: string): Promise<PreviewTerms> {
    const { batches, chosen, options, terms } = this.dependencies_
    const outputTokens = await batches.estimateOutputTokens({ campaign_id, ...terms })
    return { ...options, ...chosen, outputTokens }
  }
}

const draftTokensOf = ({ outputTokens }: PreviewTerms) => outputTokens ?? TYPICAL_OUTPUT_TOKENS
