import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { DatabaseError, withoutParameters } from "../../../persistence/database-error"
import { lockCampaign } from "../sql/lock-campaign"
import {
  countReadiness,
  readUndoUntil,
  scheduleSends,
  type ReadinessRow,
  type StepSendsInput,
} from "../sql/schedule-sends"
import { setFollowUpsDue } from "../sql/set-follow-ups-due"
import type { HeldBackDTO, ScheduledSendsDTO } from "../types/dtos"

/** How many mails are ready, and what holds the others back. */
export async function readReadiness(
  manager: EntityManager,
  input: StepSendsInput
): Promise<{ ready: number; held_back: HeldBackDTO[] }> {
  return run("preview sending", () => countReadiness(manager, input)).then(toCounts)
}

/** See `DeliveryModuleService.scheduleSends`. */
export async function schedule(
  manager: EntityManager,
  input: StepSendsInput
): Promise<ScheduledSendsDTO> {
  const { campaign_id, step_index } = input
  const { rows, undo_until } = await run("schedule sends", () =>
    manager.transaction(async (transaction) => {
      await lockCampaign(transaction, campaign_id)
      const scheduled = await scheduleSends(transaction, input)
      await setFollowUpsDue(transaction, input.campaign_lead_ids)
      return { rows: scheduled, undo_until: await readUndoUntil(transaction, campaign_id) }
    })
  )
  const { ready, held_back } = toCounts(rows)
  return {
    campaign_id,
    step_index,
    scheduled: ready,
    held_back,
    undo_until: ready > 0 ? undo_until : null,
  }
}

function toCounts(rows: ReadinessRow[]): { ready: number; held_back: HeldBackDTO[] } {
  return {
    ready: rows.find(({ reason }) => reason === null)?.count ?? 0,
    held_back: rows.flatMap(({ reason, count }) => (reason ? [{ reason, count }] : [])),
  }
}

/** A campaign source without the two views cannot be sent from: said where somebody can read it. */
async function run<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await withoutParameters(what, work)
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.sqlState !== "42P01") throw error
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "The campaign source of this host publishes no leads to send to: see docs/sending.md.",
      "foreign_leads"
    )
  }
}
