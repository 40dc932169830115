import type { DataSource } from "typeorm"
import type { Bench } from "./lib/bench"
import { compare } from "./lib/figure"
import { interleave, timed } from "./lib/rounds"
import type { OurWorker } from "./lib/our-worker"
import { median } from "./lib/stats"
import { openThroughput } from "./r2-throughput"

const TASKS = 1_000_000
const BATCH_SIZE = 200
const DRAFTS = 1_000
const READS = 20

/** Whether a full house slows anybody down. */
export const growth: Bench = {
  id: "r4",
  title: "a million draft tasks in the tables, against none",
  run: async (services) => {
    const input = { backend: "redis", drafts: DRAFTS } as const
    const full = await openThroughput(services, "r4_full", input)
    const empty = await openThroughput(services, "r4_empty", input)
    await full.worker.prepare(BATCH_SIZE)
    await multiply(full.worker.database.dataSource)

    const speed = await interleave(full.measure, empty.measure)
    const create = await interleave(
      () => p50(() => timed(() => full.worker.prepare(BATCH_SIZE))),
      () => p50(() => timed(() => empty.worker.prepare(BATCH_SIZE)))
    )
    const status = await interleave(
      () => readStatus(full.worker),
      () => readStatus(empty.worker)
    )
    await full.close()
    await empty.close()
    const reach = { of: "ratio", atMost: 1.1 } as const
    return [
      compare(
        {
          id: "r4",
          what: "drafts per second",
          unit: "1/s",
          reach: { of: "ratio", atLeast: 1 / 1.1 },
        },
        speed
      ),
      compare({ id: "r4", what: "commit of a batch of 200, p50", unit: "ms", reach }, create),
      compare({ id: "r4", what: "status of a batch of 200, p50", unit: "ms", reach }, status),
    ]
  },
}

async function p50(once: () => Promise<number>): Promise<number> {
  const took: number[] = []
  while (took.length < READS) took.push(await once())
  return median(took)
}

async function readStatus(worker: OurWorker): Promise<number> {
  const [batch] = await worker.prepare(BATCH_SIZE)
  if (!batch) throw new Error("there is one batch")
  const { campaign_id, id } = batch
  return p50(() => timed(() => worker.service.retrieveBatchStatus(campaign_id, id)))
}

/** Finished batches until there are a million tasks, each a copy of the newest batch with new ids. */
async function multiply(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `insert into playground_draft_batch
       (id, campaign_id, step_index, status, prompt_version_hash, prompt_source, generator,
        requested_by, total, campaign_snapshot, step_snapshot, finished_at)
     select gen_random_uuid(), gen_random_uuid(), step_index, 'finished', prompt_version_hash,
            prompt_source, generator, requested_by, total, campaign_snapshot, step_snapshot, now()
       from (select * from playground_draft_batch order by created_at desc limit 1) as batch
      cross join generate_series(1, $1)`,
    [TASKS / BATCH_SIZE]
  )
  await dataSource.query(
    `with task as (
       insert into playground_draft_task (id, batch_id, position, status, completed_at)
       select gen_random_uuid(), batch.id, place, 'succeeded', now()
         from playground_draft_batch as batch
        cross join generate_series(0, $1 - 1) as place
        where batch.status = 'finished'
       returning id, batch_id
     ), input as (
       insert into playground_draft_input
         (task_id, batch_id, campaign_id, campaign_lead_id, prompt_version_hash, variant_label,
          lead_fingerprint, lead_snapshot)
       select task.id, batch.id, batch.campaign_id, gen_random_uuid(), batch.prompt_version_hash, 'A',
              repeat('e', 64), '{"id": "", "email": "seed@example.com", "attributes": {}}'
         from task join playground_draft_batch as batch on batch.id = task.batch_id
     )
     insert into playground_draft_result (task_id, subject, body, latency_ms, flags)
     select task.id, 'Hello', repeat('word ', 40), 1, '[]' from task`,
    [BATCH_SIZE]
  )
  await dataSource.query("vacuum analyze")
}
