import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import type { MailOutbox } from "../../../ports"
import { hasOutboxMail, keepOutboxMail } from "../sql/outbox-mails"

/**
 * The outbox in the module's own tables. Transports are made before the module's service and its
 * connections: the service gives them to it.
 */
export class LazyMailOutbox implements MailOutbox {
  private manager_: (() => Promise<EntityManager>) | null = null

  connect(manager: () => Promise<EntityManager>): void {
    this.manager_ = manager
  }

  async keep(mail: Parameters<MailOutbox["keep"]>[0]): Promise<void> {
    await this.run_("keep mail", (manager) => keepOutboxMail(manager, mail))
  }

  async has(message_id: string): Promise<boolean> {
    return this.run_("look up mail", (manager) => hasOutboxMail(manager, message_id))
  }

  private async run_<T>(what: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (!this.manager_)
      throw new MedusaError(
        MedusaError.Types.UNEXPECTED_STATE,
        "delivery: the outbox was used before its module started"
      )
    const manager = await this.manager_()
    return withoutParameters(what, () => work(manager))
  }
}
