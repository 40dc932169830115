import { setTimeout as sleep } from "node:timers/promises"
import type { Draft, DraftGenerator, DraftRequest } from "../../../src/ports"

/** Longest call, in ms: about what it takes to have calls in every stage when something happens. */
const LONGEST_MS = 5

/** For tests that need thousands of drafts and decide nothing about a single one. */
export class QuickGenerator implements DraftGenerator {
  readonly defaultPrompt = "Subject: Hello\n\nHello {{ lead.email }}"

  async generate(
    { prompt, lead }: DraftRequest,
    { signal }: { signal: AbortSignal }
  ): Promise<Draft> {
    await sleep(Math.random() * LONGEST_MS, undefined, { signal })
    return { subject: `For ${lead.email}`, body: prompt }
  }
}
