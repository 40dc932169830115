import { listVersionOutcomes } from "../src/modules/playground/sql/library/list-version-outcomes"
import { insertDraftedPrompt } from "../testing/drafted-prompt"
import { createLedgerDatabase } from "../testing/ledger-database"
import type { Bench } from "./lib/bench"
import { report } from "./lib/figure"
import { timed } from "./lib/rounds"

const DRAFTS = 10_000
const ROUNDS = 15
const WARM_UP = 3

/** What a page of prompts costs that each wrote many drafts. */
export const outcome: Bench = {
  id: "r18",
  title: "what a prompt of 10,000 drafts came to, all of them approved and judged",
  run: async ({ postgresUrl }) => {
    const database = await createLedgerDatabase("r18", { serverUrl: postgresUrl })
    const { dataSource } = database
    const { campaign_id, prompt_version_hash } = await insertDraftedPrompt(dataSource, DRAFTS)
    const look = () =>
      timed(() => listVersionOutcomes(dataSource, { campaign_id, hashes: [prompt_version_hash] }))
    const took: number[] = []
    while (took.length < WARM_UP + ROUNDS) took.push(await look())
    await database.drop()
    const heading = { id: "r18", what: "outcome of a prompt of 10,000 drafts", unit: "ms" }
    return [report({ ...heading, reach: { of: "ours", atMost: 50 } }, took.slice(WARM_UP))]
  },
}
