import { batchInput } from "../ledger-batch"
import { createService, type ServiceInput } from "./create-service"

/** The API's process, killed at the worst moment: the batch is committed, the queue knows nothing. */
async function main(input: ServiceInput & { leads: number }): Promise<void> {
  const service = createService(input)
  await service.__hooks.onApplicationStart()
  const batch = batchInput(input.leads)
  const created = await service.createDraftBatch({
    campaign: batch.campaign_snapshot,
    step: batch.step_snapshot,
    prompt: batch.prompt,
    tasks: batch.tasks,
    requested_by: batch.requested_by,
    idempotency: null,
  })
  if (created.outcome !== "created") throw new Error("the batch was not created")
  process.send?.({ batch_id: created.batch.batch_id }, () => {
    process.kill(process.pid, "SIGKILL")
  })
}

const input = JSON.parse(process.env.FAULT_LAB_INPUT ?? "{}") as ServiceInput & { leads: number }
void main(input)
