import type { InternalModuleDeclaration, ModuleJoinerConfig } from "@medusajs/framework/types"
import { createApplicationHooks, type ApplicationHooks } from "../../hosting/application-hooks"
import type { HostOptions } from "../../persistence/data-source"
import { createParts, type DeliveryParts, type Dependencies } from "./create-parts"
import { listHistory } from "./history/list-history"
import { deliveryJoiner } from "./joiner"
import { OUTBOX_TRANSPORT } from "./loaders/transports"
import { parseMailEvents, type SignedRequest } from "./mail-events/parse-mail-events"
import { listOutboxMails, type OutboxMailDTO } from "./outbox/list-outbox-mails"
import { retrieveOutboxMail } from "./outbox/read-mail"
import { readHealth } from "./read-health"
import { sweepSends, type RemoveTexts } from "./retention/sweep-sends"
import type { StepInput } from "./sends/campaign-sending"
import { listSends, type ListSendsInput } from "./sends/list-sends"
import type { LiftSuppressionInput } from "./sql/lift-suppression"
import type { Resolution } from "./state-machine"
import type { AddedSuppressionsDTO, AddSuppressionsInput } from "./suppressions/suppression-list"
import type { ListSuppressionsInput } from "./suppressions/suppression-store"
import type { SendTestMailInput, SentTestDTO } from "./test-send/send-test-mail"
import type {
  DeliveryHealthDTO,
  LiftedSuppressionDTO,
  ReadMailDTO,
  ScheduledSendsDTO,
  SendDTO,
  SendingEventDTO,
  SendingPreviewDTO,
  SendingSettingsDTO,
  SendingSettingsInput,
  SendPageDTO,
  SuppressionDTO,
  TransportDTO,
} from "./types/dtos"
import type { ReconcileSendsResult } from "./worker/reconcile"

/**
 * Approved e-mails on their way: when each goes, what became of it, and who must never be written to.
 * Resolve it as `container.resolve("delivery")`.
 */
export default class DeliveryModuleService {
  readonly __hooks: ApplicationHooks
  protected readonly parts_: DeliveryParts

  constructor(
    dependencies: Dependencies,
    hostOptions: HostOptions,
    declaration?: InternalModuleDeclaration
  ) {
    this.parts_ = createParts(dependencies, hostOptions, declaration)
    this.__hooks = createApplicationHooks("sending", this.parts_.runtime, dependencies.logger)
  }

  /** Called on the prototype, before there is an instance. */
  __joinerConfig(): ModuleJoinerConfig {
    return deliveryJoiner
  }

  // Settings

  /** How each of the campaigns sends, in their order; the defaults where nobody has set anything. */
  async listSendingSettings(campaign_ids: string[]): Promise<SendingSettingsDTO[]> {
    return this.parts_.sending.listSettings(campaign_ids)
  }

  /**
   * Changes what `change` names and answers all of it.
   *
   * @throws MedusaError INVALID_DATA for an unknown transport or time zone, or a window that ends
   *   before it begins
   */
  async updateSendingSettings(
    campaign_id: string,
    input: { change: SendingSettingsInput; actor: string }
  ): Promise<SendingSettingsDTO> {
    return this.parts_.sending.updateSettings(campaign_id, input)
  }

  // Sending

  /** What Send would do for a step, and how its sends stand. */
  async previewSending(input: StepInput): Promise<SendingPreviewDTO> {
    return this.parts_.sending.preview(input)
  }

  /**
   * Schedules the approved mails of a step that are not scheduled, in flight or sent yet, and says what
   * holds the others back. Nothing goes before `undo_until`.
   *
   * @param input.campaign_lead_ids null: all; those named are tried again also where a transport
   *   refused them for good
   */
  async scheduleSends(
    input: StepInput & { campaign_lead_ids: string[] | null }
  ): Promise<ScheduledSendsDTO> {
    return this.parts_.sending.schedule(input)
  }

  /** Nothing more goes once this has answered; what is in flight ends as it ends. */
  async pauseSending(campaign_id: string, actor: string): Promise<void> {
    return this.parts_.sending.pause(campaign_id, actor)
  }

  async resumeSending(campaign_id: string, actor: string): Promise<void> {
    return this.parts_.sending.resume(campaign_id, actor)
  }

  /** Takes back what is scheduled, follow-ups included. @returns how many */
  async cancelSending(campaign_id: string, actor: string): Promise<number> {
    return this.parts_.sending.cancel(campaign_id, actor)
  }

  /** For a campaign that is deleted: takes back what is scheduled, and how it sends. */
  async forgetCampaign(campaign_id: string, actor: string): Promise<void> {
    return this.parts_.sending.forget(campaign_id, actor)
  }

  async listSends(input: ListSendsInput): Promise<SendPageDTO> {
    return listSends(await this.parts_.runtime.manager(), input)
  }

  /** @throws MedusaError NOT_FOUND; NOT_ALLOWED for a send that is not unknown */
  async resolveSend(input: {
    campaign_id: string
    send_id: string
    as: Resolution
    actor: string
  }): Promise<SendDTO> {
    return this.parts_.sending.resolve(input)
  }

  /** Notes that a lead has answered: nothing more of the campaign goes to it. */
  async noteReplied(input: {
    campaign_id: string
    campaign_lead_id: string
    actor: string
  }): Promise<{ replied_at: Date; cancelled: number }> {
    return this.parts_.sending.noteReplied(input)
  }

  /**
   * Sends one mail to the person who asks, marked as a test; outside ledger and limits.
   *
   * @throws MedusaError NOT_ALLOWED after 20 in an hour, or where the transport refuses
   */
  async sendTestMail(input: SendTestMailInput): Promise<SentTestDTO> {
    return this.parts_.sending.sendTest(input)
  }

  /** A page of who did what to a campaign's sending, newest first, with how much there is. */
  async listSendingHistory(page: {
    campaign_id: string
    offset: number
    limit: number
  }): Promise<[SendingEventDTO[], number]> {
    return listHistory(await this.parts_.runtime.manager(), page)
  }

  // Whom the shop never writes to

  /** Newest first, with how many there are. */
  async searchSuppressions(page: ListSuppressionsInput): Promise<[SuppressionDTO[], number]> {
    return this.parts_.suppressions.search(page)
  }

  /** All of them, in bounded memory. */
  readSuppressions(): AsyncGenerator<SuppressionDTO> {
    return this.parts_.suppressions.read()
  }

  /** Adds addresses and domains; what is no such thing is an error of its line and stops no other. */
  async addSuppressions(input: AddSuppressionsInput): Promise<AddedSuppressionsDTO> {
    return this.parts_.suppressions.add(input)
  }

  /**
   * Lets the shop write there again, and keeps who said so.
   *
   * @throws MedusaError NOT_FOUND
   */
  async deleteSuppression(input: LiftSuppressionInput): Promise<void> {
    return this.parts_.suppressions.delete(input)
  }

  /** A page of what people took off the list, the last first, with how much there is. */
  async listLiftedSuppressions(page: {
    offset: number
    limit: number
  }): Promise<[LiftedSuppressionDTO[], number]> {
    return this.parts_.suppressions.listLifted(page)
  }

  /** Whether a link to unsubscribe is one of ours; nothing is looked up. */
  async isUnsubscribeToken(token: string): Promise<boolean> {
    return this.parts_.suppressions.isUnsubscribeToken(token)
  }

  /** The language of whom a link to unsubscribe is for; null: unknown, or no link of ours. */
  async languageOfUnsubscribe(token: string): Promise<string | null> {
    return this.parts_.suppressions.languageOfUnsubscribe(token)
  }

  /** Suppresses whom the link is for, in all campaigns. One that is not ours changes nothing. */
  async unsubscribe(token: string): Promise<void> {
    return this.parts_.suppressions.unsubscribe(token)
  }

  /**
   * Records what a provider reports of bounces and complaints, each once.
   *
   * @returns how many were new
   * @throws MedusaError UNAUTHORIZED, INVALID_DATA
   */
  async recordMailEvents(provider: string, request: SignedRequest): Promise<number> {
    const events = parseMailEvents(provider, request, {
      secret: this.parts_.options.sending.mailEvents[provider],
      nowSeconds: Date.now() / 1_000,
    })
    return this.parts_.suppressions.recordMailEvents(provider, events)
  }

  // For operators

  /** How sending does, over all campaigns. */
  async retrieveHealth(): Promise<DeliveryHealthDTO> {
    return readHealth(this.parts_.runtime)
  }

  /** What campaigns may send by, the bundled `outbox` first. */
  listTransports(): TransportDTO[] {
    const { transports, defaultTransport } = this.parts_
    return [...transports].map(([id, { defaultFrom = null }]) => ({
      id,
      is_default: id === defaultTransport,
      default_from: defaultFrom,
      is_trial: id === OUTBOX_TRANSPORT,
    }))
  }

  /** A page of what the transport `outbox` keeps, newest first. `campaign_id` null: all, tests too. */
  async listOutboxMails(page: {
    campaign_id: string | null
    offset: number
    limit: number
  }): Promise<[OutboxMailDTO[], number]> {
    return listOutboxMails(await this.parts_.runtime.manager(), page)
  }

  /** @throws MedusaError NOT_FOUND */
  async retrieveOutboxMail(id: string): Promise<ReadMailDTO> {
    return retrieveOutboxMail(await this.parts_.runtime.manager(), id)
  }

  /**
   * Takes recipients, footers and mails of the outbox once they are older than the option
   * `retentionDays`. Ids, times and hashes stay.
   *
   * @param removeTexts takes the texts themselves, which are another module's; called in chunks
   * @returns how many sends were forgotten; 0 where the option is off
   */
  async sweepSends(removeTexts: RemoveTexts): Promise<number> {
    const { retentionDays } = this.parts_.options
    return sweepSends(await this.parts_.runtime.manager(), { retentionDays, removeTexts })
  }

  /** Called by the plugin's scheduled job. */
  async reconcileSends(): Promise<ReconcileSendsResult> {
    return this.parts_.runtime.reconcile()
  }
}
