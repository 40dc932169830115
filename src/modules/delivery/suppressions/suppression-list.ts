import type { EntityManager } from "typeorm"
import type { DeliveryEvents } from "../delivery-events"
import type { MailEvent } from "../mail-events/parse-mail-events"
import { recordMailEvents } from "../mail-events/record-mail-events"
import type { LiftSuppressionInput } from "../sql/lift-suppression"
import type { LiftedSuppressionDTO, SuppressionDTO, SuppressionReason } from "../types/dtos"
import { findUnsubscribeTarget } from "../unsubscribe/unsubscribe"
import { readUnsubscribeToken } from "../unsubscribe/unsubscribe-token"
import { readSuppressed } from "./normalise-suppressed"
import {
  addSuppressions,
  deleteSuppression,
  listLiftedSuppressions,
  listSuppressions,
  listSuppressionsAfter,
  type ListSuppressionsInput,
} from "./suppression-store"

/** How many suppressions are read at once. */
const PAGE = 5_000

interface SuppressionDeps {
  manager: () => Promise<EntityManager>
  unsubscribeKey: () => Promise<string>
  events: DeliveryEvents
}

/** Addresses and domains to add, each with the line that it comes from. */
export interface AddSuppressionsInput {
  lines: readonly { line: number; value: string; reason: SuppressionReason }[]
  source: string
  /** The host's actor id. */
  actor: string
}

export interface AddedSuppressionsDTO {
  added: number
  /** They were there already. */
  skipped: number
  errors: { line: number; message: string }[]
}

/** Whom the shop never writes to. Each method is described in `DeliveryModuleService`. */
export class SuppressionList {
  constructor(private readonly deps_: SuppressionDeps) {}

  async search(page: ListSuppressionsInput): Promise<[SuppressionDTO[], number]> {
    return listSuppressions(await this.deps_.manager(), page)
  }

  async *read(): AsyncGenerator<SuppressionDTO> {
    const manager = await this.deps_.manager()
    for (let after: string | null = null; ;) {
      const page: SuppressionDTO[] = await listSuppressionsAfter(manager, after, PAGE)
      yield* page
      after = page.at(-1)?.id ?? null
      if (page.length < PAGE) return
    }
  }

  async add({ lines, source, actor }: AddSuppressionsInput): Promise<AddedSuppressionsDTO> {
    const read = lines.map(({ line, value, reason }) => ({
      line,
      reason,
      read: readSuppressed(value),
    }))
    const values = read.flatMap(({ read: value, reason }) => (value ? [{ ...value, reason }] : []))
    const added = await addSuppressions(await this.deps_.manager(), { values, source, actor })
    this.deps_.events.suppressed(added)
    return {
      added: added.length,
      skipped: values.length - added.length,
      errors: read.flatMap(({ line, read: value }) =>
        value ? [] : [{ line, message: "expected an e-mail address or a domain" }]
      ),
    }
  }

  async delete(input: LiftSuppressionInput): Promise<void> {
    return deleteSuppression(await this.deps_.manager(), input)
  }

  async listLifted(page: {
    offset: number
    limit: number
  }): Promise<[LiftedSuppressionDTO[], number]> {
    return listLiftedSuppressions(await this.deps_.manager(), page)
  }

  async isUnsubscribeToken(token: string): Promise<boolean> {
    return readUnsubscribeToken(token, await this.deps_.unsubscribeKey()) !== null
  }

  async languageOfUnsubscribe(token: string): Promise<string | null> {
    return (await this.findTarget_(token))?.language ?? null
  }

  async unsubscribe(token: string): Promise<void> {
    const target = await this.findTarget_(token)
    if (!target) return
    const added = await addSuppressions(await this.deps_.manager(), {
      values: [{ ...target.value, reason: "unsubscribed" }],
      source: "unsubscribe link",
      actor: "system",
    })
    this.deps_.events.suppressed(added)
  }

  async recordMailEvents(provider: string, events: readonly MailEvent[]): Promise<number> {
    const manager = await this.deps_.manager()
    const { recorded, suppressed } = await recordMailEvents(manager, provider, events)
    this.deps_.events.suppressed(suppressed)
    return recorded
  }

  private async findTarget_(token: string) {
    const key = await this.deps_.unsubscribeKey()
    return findUnsubscribeTarget(await this.deps_.manager(), token, key)
  }
}
