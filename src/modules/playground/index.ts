import { Module } from "@medusajs/framework/utils"
import { toMigrationScripts } from "../../persistence/migrations"
import generatorsLoader from "./options/load-generators"
import judgeLoader from "./options/load-judge"
import optionsLoader from "./options/load-options"
import { PLAYGROUND_MODULE, playgroundSchema } from "./module-schema"
import { queueMigrations } from "./queue/queue-migrations"
import PlaygroundModuleService from "./service"

export { PLAYGROUND_MODULE } from "./module-schema"
export { reconcileInterval } from "./options/reconcile-interval"
export { DEFAULT_EMPTY_VALUES } from "./prompts/empty-values"
export { summarizeIds } from "./runtime/summarize-ids"
export { isTerminal } from "./state-machine"
export type { PlaygroundModuleService }
export type { CreateDraftBatchOutcome, EarlierDraftBatch } from "./batches/create-draft-batch"
export type { PreviewDraftInput } from "./batches/preview-draft"
export type { LeadProgressFilter } from "./sql/reads/list-lead-ids-by-progress"
export type { DraftFrontier } from "./sql/draft-frontier"
export type { DraftFlag, FlagCode } from "./entities/draft-flag"
export type { TaskRef } from "../../queue/draft-queue"
export type * from "./comparison/dtos"
export type * from "./batches/dtos"
export type * from "./runtime/health-dtos"
export type * from "./review/dtos"
export type * from "./library/dtos"
export type * from "./verdict/dtos"
export type * from "./judging/dtos"
export { ChecksSchema } from "./checks/check-schema"
export type * from "./checks/dtos"
export { draftedVariant } from "./evaluation/drafted-variant"
export { hostileLeads } from "./evaluation/hostile-leads"
export { ThresholdsSchema } from "./evaluation/thresholds"
export type * from "./evaluation/dtos"
export type { PlaygroundOptions } from "./options/playground-options"

export default {
  ...Module(PLAYGROUND_MODULE, {
    service: PlaygroundModuleService,
    loaders: [optionsLoader, generatorsLoader, judgeLoader],
  }),
  ...toMigrationScripts(playgroundSchema, queueMigrations),
}
