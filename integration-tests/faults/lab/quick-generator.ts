import { setTimeout as sleep } from "node:timers/promises"
import { ModuleProvider } from "@medusajs/framework/utils"
import type { Draft, DraftGenerator, DraftRequest } from "../../../src/ports"

/** Longest call where no delay is given, in ms: enough for calls in every stage when something happens. */
const LONGEST_MS = 5

interface QuickOptions {
  /** How long every call takes, in ms. @default a random time of at most 5 */
  delayMs?: number
}

/** For tests that need thousands of drafts and decide nothing about a single one. */
export class QuickGenerator implements DraftGenerator {
  static identifier = "quick"
  readonly defaultPrompt = "Subject: Hello\n\nHello {{ lead.email }}"

  constructor(
    _: object,
    private readonly options_: QuickOptions
  ) {}

  async generate(
    { prompt, lead }: DraftRequest,
    { signal }: { signal: AbortSignal }
  ): Promise<Draft> {
    const delayMs = this.options_.delayMs ?? Math.random() * LONGEST_MS
    await sleep(delayMs, undefined, { signal })
    return { subject: `For ${lead.email}`, body: prompt }
  }
}

export default ModuleProvider("playground", { services: [QuickGenerator] })
