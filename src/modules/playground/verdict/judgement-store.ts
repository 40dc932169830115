import { MedusaError } from "@medusajs/framework/utils"
import type { EntityManager } from "typeorm"
import { withoutParameters } from "../../../persistence/database-error"
import { retrieveBatch } from "../sql/reads/retrieve-batch"
import { countJudgements, listJudgements } from "../sql/verdict/list-judgements"
import { deleteJudgement, writeJudgement } from "../sql/verdict/write-judgement"
import type { JudgeDraftInput, JudgementDTO, JudgementPageDTO } from "./dtos"

/** What people think of single drafts. */
export class JudgementStore {
  constructor(private readonly manager_: () => Promise<EntityManager>) {}

  /**
   * Writes a person's judgement in place of their earlier one; one that says nothing takes it back, and
   * the answer is null.
   *
   * @throws MedusaError NOT_FOUND for what is no draft of the campaign
   */
  async judge(input: JudgeDraftInput): Promise<JudgementDTO | null> {
    const manager = await this.manager_()
    return withoutParameters("judge draft", async () => {
      const { score, verdict, reasons } = input
      if (score === null && verdict === null && reasons.length === 0) {
        if (await deleteJudgement(manager, input)) return null
      } else {
        const judgement = await writeJudgement(manager, input)
        if (judgement) return judgement
      }
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Campaign ${input.campaign_id} has no draft ${input.draft_id}.`
      )
    })
  }

  /** @throws MedusaError NOT_FOUND for a batch that is not the campaign's */
  async list(
    campaign_id: string,
    batch_id: string,
    page: { offset: number; limit: number }
  ): Promise<JudgementPageDTO> {
    const manager = await this.manager_()
    return withoutParameters("list judgements", async () => {
      if (!(await retrieveBatch(manager, { campaign_id, batch_id }))) {
        throw new MedusaError(
          MedusaError.Types.NOT_FOUND,
          `Campaign ${campaign_id} has no batch ${batch_id}.`
        )
      }
      const [judgements, count] = await Promise.all([
        listJudgements(manager, { batch_id, ...page }),
        countJudgements(manager, batch_id),
      ])
      return { batch_id, judgements, count, ...page }
    })
  }
}
