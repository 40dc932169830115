import type { EntityManager } from "typeorm"
import { CheckStore } from "../checks/check-store"
import { PromptLibrary } from "../library/prompt-library"
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
}

export const createVerdict = (manager: () => Promise<EntityManager>): PlaygroundVerdict => ({
  prompts: new PromptLibrary(manager),
  judgements: new JudgementStore(manager),
  comparisons: new ComparisonStore(manager),
  checks: new CheckStore(manager),
})
