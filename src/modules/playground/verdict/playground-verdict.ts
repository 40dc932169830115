import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import type { CreateDraftBatchTerms } from "../batches/create-draft-batch"
import { CheckStore } from "../checks/check-store"
import { EvaluationStore } from "../evaluation/evaluation-store"
import { TestSetStore } from "../evaluation/test-set-store"
import type { JudgingStore } from "../judging/judging-store"
import type { PairJudgingStore } from "../judging/pair-judging-store"
import { PromptLibrary } from "../library/prompt-library"
import { deleteCampaignVerdict } from "../sql/verdict/delete-campaign-verdict"
import { ComparisonStore } from "./comparison-store"
import { JudgementStore } from "./judgement-store"

/** Everything that says which prompt is better. */
export interface PlaygroundVerdict {
  /** The campaign's named prompts. */
  prompts: PromptLibrary
  /** What people think of single drafts. */
  judgements: JudgementStore
  /** Blind comparisons of two batches. */
  comparisons: ComparisonStore
  /** What the drafts of a campaign must keep. */
  checks: CheckStore
  /** Frozen sets of leads that prompts are run against. */
  testSets: TestSetStore
  /** Prompts that were run against a test set. */
  evaluations: EvaluationStore
  /** Deletes all of it, and what people thought of its drafts, for a campaign that is deleted. */
  forgetCampaign: (campaign_id: string) => Promise<void>
  /** What the host's judge says of drafts. */
  judging: JudgingStore
  /** Comparisons that the host's judge makes. */
  pairJudging: PairJudgingStore
}

export const createVerdict = (
  manager: () => Promise<EntityManager>,
  terms: CreateDraftBatchTerms,
  judging: Pick<PlaygroundVerdict, "judging" | "pairJudging">,
  /** Version of the host's judge; null: it has none. */
  judgeVersion: string | null
): PlaygroundVerdict => ({
  prompts: new PromptLibrary(manager),
  judgements: new JudgementStore(manager),
  comparisons: new ComparisonStore(manager, judgeVersion),
  checks: new CheckStore(manager),
  testSets: new TestSetStore(manager),
  evaluations: new EvaluationStore(manager, terms, judgeVersion),
  forgetCampaign: async (campaign_id) => {
    const db = await manager()
    await withoutParameters("forget campaign", () =>
      db.transaction((transaction) => deleteCampaignVerdict(transaction, campaign_id))
    )
  },
  ...judging,
})
