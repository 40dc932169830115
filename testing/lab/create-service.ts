import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { logger } from "@medusajs/framework/logger"
import PlaygroundModuleService from "../../src/modules/playground/service"
import {
  parsePlaygroundOptions,
  type PlaygroundOptions,
} from "../../src/modules/playground/options/playground-options"
import type { DraftGenerator } from "../../src/ports"
import { DeskJudge } from "./desk-judge"
import { FaultGenerator } from "./fault-generator"
import { QuickGenerator } from "./quick-generator"
import { QuickJudge } from "./quick-judge"

export interface ServiceInput {
  databaseUrl: string
  deskUrl: string
  /** Names the process in drafts and calls. */
  name: string
  mode: "worker" | "server"
  options: PlaygroundOptions
  /** See `QuickGenerator`. */
  quickDelayMs?: number
  /** See `QuickGenerator`. */
  quickSpreadMs?: number
}

/** The module as the host builds it, without the rest of the host: a process starts in a second. */
export function createService(input: ServiceInput): PlaygroundModuleService {
  const { databaseUrl, deskUrl, name, mode, options } = input
  const { quickDelayMs: delayMs, quickSpreadMs: spreadMs } = input
  const parsed = parsePlaygroundOptions({ ...options })
  const generator = options.generator ?? "desk"
  return new PlaygroundModuleService(
    {
      [ContainerRegistrationKeys.LOGGER]: logger,
      playgroundOptions: parsed,
      playgroundGenerators: new Map<string, DraftGenerator>([
        ["desk", new FaultGenerator({}, { deskUrl, worker: name })],
        ["quick", new QuickGenerator({}, { delayMs, spreadMs })],
      ]),
      playgroundGenerator: generator,
      playgroundJudge: parsed.judge
        ? {
            name: generator,
            judge:
              generator === "quick"
                ? new QuickJudge({ delayMs, spreadMs })
                : new DeskJudge({ deskUrl, worker: name }),
            version: `${generator}-1`,
            isAuto: parsed.judge.auto,
            concurrency: parsed.judge.concurrency,
          }
        : null,
    },
    { database: { clientUrl: databaseUrl } },
    { scope: "internal", worker_mode: mode }
  )
}
