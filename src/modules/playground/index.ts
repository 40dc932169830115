import { Module } from "@medusajs/framework/utils"
import { toMigrationScripts } from "../../persistence/migrations"
import generatorsLoader from "./loaders/generators"
import optionsLoader from "./loaders/options"
import { PLAYGROUND_MODULE, playgroundSchema } from "./module-schema"
import { queueMigrations } from "./queue/queue-migrations"
import PlaygroundModuleService from "./service"

export { PLAYGROUND_MODULE } from "./module-schema"
export { isTerminal } from "./state-machine"
export type { PlaygroundModuleService }
export type { CreateDraftBatchOutcome } from "./create-draft-batch"
export type { PreviewDraftInput } from "./preview-draft"
export type { DraftFlag, FlagCode } from "./generation/flags/draft-flag"
export type { Bell } from "./queue/draft-queue"
export type * from "./types/comparison-dtos"
export type * from "./types/dtos"
export type * from "./types/health-dtos"
export type * from "./types/review-dtos"
export type { PlaygroundOptions } from "./types/options"

export default {
  ...Module(PLAYGROUND_MODULE, {
    service: PlaygroundModuleService,
    loaders: [optionsLoader, generatorsLoader],
  }),
  ...toMigrationScripts(playgroundSchema, queueMigrations),
}
