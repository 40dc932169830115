import { createHash } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { ModuleProvider } from "@medusajs/framework/utils"
import type { Draft, DraftGenerator, DraftRequest } from "../../src/ports"

/** Longest call where no delay is given, in ms: enough for calls in every stage when something happens. */
const LONGEST_MS = 5

interface QuickOptions {
  /** How long a call takes, in ms; 0: it answers at once. @default a random time of at most 5 */
  delayMs?: number
  /** How far a call's time may lie from `delayMs`, in ms; the same for the same lead. @default 0 */
  spreadMs?: number
}

/** What a call for this lead takes, in ms: evenly spread, and the same in every process. */
export function delayFor(email: string, delayMs: number, spreadMs: number): number {
  const place = createHash("sha256").update(email).digest().readUInt32BE() / 2 ** 32
  return delayMs + (2 * place - 1) * spreadMs
}

/** For tests that need thousands of drafts and decide nothing about a single one. */
export class QuickGenerator implements DraftGenerator {
  static identifier = "quick"
  readonly defaultPrompt = "Subject: Hello\n\nHello {{ lead.email }}"
  readonly isInstant: boolean

  constructor(
    _: object,
    private readonly options_: QuickOptions
  ) {
    this.isInstant = options_.delayMs === 0
  }

  async generate(
    { prompt, lead }: DraftRequest,
    { signal }: { signal: AbortSignal }
  ): Promise<Draft> {
    const { delayMs = Math.random() * LONGEST_MS, spreadMs = 0 } = this.options_
    const ms = delayFor(lead.email, delayMs, spreadMs)
    if (ms > 0) await sleep(ms, undefined, { signal })
    return { subject: `For ${lead.email}`, body: prompt }
  }
}

export default ModuleProvider("playground", { services: [QuickGenerator] })
