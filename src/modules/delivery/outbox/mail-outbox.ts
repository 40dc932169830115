import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { queryRows } from "../../../persistence/db"
import type { MailOutbox } from "../../../ports"

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
    await this.run_("keep mail", (manager) =>
      manager.query(
        `insert into delivery_outbox_mail (message_id, recipient, subject, eml)
         values ($1, $2, $3, $4) on conflict (message_id) do nothing`,
        [mail.message_id, mail.recipient, mail.subject, mail.eml]
      )
    )
  }

  async has(message_id: string): Promise<boolean> {
    const rows = await this.run_("look up mail", (manager) =>
      queryRows(manager, `select from delivery_outbox_mail where message_id = $1`, [message_id])
    )
    return rows.length > 0
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
