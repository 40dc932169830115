import type { ModuleSchema } from "../../persistence/data-source"
import { CreateDraftLedger1763856000000 } from "./database/migrations/1763856000000-create-draft-ledger"
import { CreateApprovals1763942400000 } from "./database/migrations/1763942400000-create-approvals"
import { IndexApprovals1763949600000 } from "./database/migrations/1763949600000-index-approvals"
import { CreateVerdict1763953000000 } from "./database/migrations/1763953000000-create-verdict"
import { CreateDraftFrontier1763953100000 } from "./database/migrations/1763953100000-create-draft-frontier"
import { SumUpBatches1763953200000 } from "./database/migrations/1763953200000-sum-up-batches"
import { CreateCheckSets1763954000000 } from "./database/migrations/1763954000000-create-check-sets"
import { CreateVariantPrompts1763955100000 } from "./database/migrations/1763955100000-create-variant-prompts"
import { CreateEvaluations1763957000000 } from "./database/migrations/1763957000000-create-evaluations"
import { CreateJudging1763958000000 } from "./database/migrations/1763958000000-create-judging"
import { PublishApprovals1763950100000 } from "./database/migrations/1763950100000-publish-approvals"
import { RemoveSentTexts1763957100000 } from "./database/migrations/1763957100000-remove-sent-texts"
import { ApprovedEmail } from "./entities/approved-email"
import { DraftBatch } from "./entities/draft-batch"
import { DraftTask } from "./entities/draft-task"
import { PromptVersion } from "./entities/prompt-version"
import { ReviewEvent } from "./entities/review-event"

/** The module's key in the host's container. */
export const PLAYGROUND_MODULE = "playground"

/** Its tables, and how they came about. */
export const playgroundSchema: ModuleSchema = {
  module: PLAYGROUND_MODULE,
  entities: [PromptVersion, DraftBatch, DraftTask, ApprovedEmail, ReviewEvent],
  migrations: [
    CreateDraftLedger1763856000000,
    CreateApprovals1763942400000,
    IndexApprovals1763949600000,
    PublishApprovals1763950100000,
    CreateVerdict1763953000000,
    CreateDraftFrontier1763953100000,
    SumUpBatches1763953200000,
    CreateCheckSets1763954000000,
    CreateVariantPrompts1763955100000,
    CreateEvaluations1763957000000,
    RemoveSentTexts1763957100000,
    CreateJudging1763958000000,
  ],
  migrationsTableName: "playground_migration",
}
