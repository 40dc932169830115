import type {
  IEventBusModuleService,
  InternalModuleDeclaration,
  Logger,
} from "@medusajs/framework/types"
import type { TaskRef } from "../../../queue/draft-queue"
import type { HostOptions } from "../../../persistence/data-source"
import { BatchPlanner } from "../batches/batch-planner"
import type { CreateDraftBatchTerms } from "../batches/create-draft-batch"
import { BatchStore } from "../batches/batch-store"
import { DraftedLeads } from "../batches/drafted-leads"
import { PromptComparison } from "../comparison/prompt-comparison"
import { chooseGenerator, toBatchTerms } from "../generation/choose-generator"
import type { ConfiguredJudge } from "../judging/configured-judge"
import { JudgingStore } from "../judging/judging-store"
import { PairJudgingStore } from "../judging/pair-judging-store"
import type { GeneratorRegistry } from "../options/load-generators"
import type { ResolvedPlaygroundOptions } from "../options/playground-options"
import { BulkReview } from "../review/bulk-review"
import { ReviewStore } from "../review/review-store"
import { HostEvents } from "../signals/host-events"
import { createVerdict, type PlaygroundVerdict } from "../verdict/playground-verdict"
import { PlaygroundRuntime } from "./playground-runtime"

/** What the host's container gives the module: some of it its own, some from our loaders. */
export interface Dependencies {
  logger: Logger
  /** The host's; not there where it only migrates. */
  event_bus?: IEventBusModuleService
  playgroundOptions: ResolvedPlaygroundOptions
  playgroundGenerators: GeneratorRegistry
  /** Which of them drafts. */
  playgroundGenerator: string
  /** The host's judge; null: it has none. */
  playgroundJudge: ConfiguredJudge | null
}

/** What the module's service delegates to. */
export interface PlaygroundParts {
  options: ResolvedPlaygroundOptions
  terms: CreateDraftBatchTerms
  events: HostEvents
  runtime: PlaygroundRuntime
  planner: BatchPlanner
  batches: BatchStore
  draftedLeads: DraftedLeads
  comparison: PromptComparison
  review: ReviewStore
  bulkReview: BulkReview
  verdict: PlaygroundVerdict
}

/** Puts the parts together. Nothing connects yet. */
export function createParts(
  dependencies: Dependencies,
  hostOptions: HostOptions,
  declaration: InternalModuleDeclaration | undefined
): PlaygroundParts {
  const { logger, playgroundOptions: options, playgroundGenerators: generators } = dependencies
  const { playgroundJudge: judge } = dependencies
  // Asked first: the host's container refuses to hand out what it does not have.
  const eventBus = Object.hasOwn(dependencies, "event_bus") ? dependencies.event_bus : undefined
  const events = new HostEvents({ logger, eventBus })
  const runtime = new PlaygroundRuntime({
    logger,
    options,
    generators,
    judge,
    events,
    hostOptions,
    declaration,
  })
  const manager = () => runtime.manager()
  const chosen = chooseGenerator(generators, dependencies.playgroundGenerator)
  const terms = { ...toBatchTerms(chosen, options), isJudged: judge?.isAuto ?? false }
  const batches = new BatchStore(manager, options.currency)
  const judgingInput = {
    manager,
    configured: judge,
    options,
    enqueue: (tasks: readonly TaskRef[]) => runtime.judging?.enqueue(tasks),
    abort: (batch_id: string) => runtime.abortJudging(batch_id),
  }
  const judging = new JudgingStore(judgingInput)
  return {
    options,
    terms,
    events,
    runtime,
    planner: new BatchPlanner({
      options,
      chosen,
      terms,
      batches,
      judging: terms.isJudged ? judging : null,
    }),
    batches,
    draftedLeads: new DraftedLeads(manager, logger),
    comparison: new PromptComparison(manager, options.currency),
    review: new ReviewStore(manager, events),
    bulkReview: new BulkReview(manager, events),
    verdict: createVerdict(
      manager,
      terms,
      { judging, pairJudging: new PairJudgingStore(judgingInput) },
      judge?.version ?? null
    ),
  }
}
