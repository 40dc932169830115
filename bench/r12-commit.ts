import { createBatch } from "../src/modules/playground/sql/transitions/create-batch"
import { createLedgerDatabase, type LedgerDatabase } from "../testing/ledger-database"
import { batchInput } from "../testing/ledger-batch"
import type { Bench } from "./lib/bench"
import { emptyLedger, openCopiedLedger } from "./lib/copied-ledger"
import { compare } from "./lib/figure"
import { interleave, timed } from "./lib/rounds"

const TASKS = 100_000
const BATCH_SIZE = 200
/** Batches that commit at a time: as many as the plugin's pool has connections. */
const AT_ONCE = 5

/** How fast the ledger takes in work, beside the fastest way into its own tables. */
export const commit: Bench = {
  id: "r12",
  title: "100,000 tasks committed in batches of 200, against COPY of the same rows",
  run: async ({ postgresUrl }) => {
    const ours = await createLedgerDatabase("r12_ours", { serverUrl: postgresUrl })
    const theirs = await createLedgerDatabase("r12_copy", { serverUrl: postgresUrl })
    await commitAll(ours)
    const copied = await openCopiedLedger({ from: ours.url, to: theirs.url })
    const pairs = await interleave(async () => {
      await emptyLedger(ours.dataSource)
      return commitAll(ours)
    }, copied.measure)
    await copied.close()
    await ours.drop()
    await theirs.drop()
    const heading = { id: "r12", what: "100,000 tasks committed in batches, COPY", unit: "ms" }
    return [compare({ ...heading, reach: { of: "ratio", atMost: 1.5 } }, pairs)]
  },
}

/** A commit for each batch, some at a time; answers how long all take, in ms. */
async function commitAll({ dataSource }: LedgerDatabase): Promise<number> {
  const inputs = Array.from({ length: TASKS / BATCH_SIZE }, () => batchInput(BATCH_SIZE))
  const commitRest = async () => {
    for (let input = inputs.pop(); input; input = inputs.pop()) {
      await createBatch(dataSource.manager, input)
    }
  }
  return timed(() => Promise.all(Array.from({ length: AT_ONCE }, commitRest)))
}
