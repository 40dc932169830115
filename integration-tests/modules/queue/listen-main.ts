import { createDraftQueue } from "../../../src/queue/create-draft-queue"
import { connectionTo } from "./queue-lab"

/** The main file of a process that takes tasks, and says every 100 ms that it is alive. */
const { LISTEN_URL = "", LISTEN_PREFIX = "" } = process.env

const queue = createDraftQueue({
  redisUrl: undefined,
  prefix: LISTEN_PREFIX,
  connection: connectionTo(LISTEN_URL),
  concurrency: 2,
  logger: { warn: (message) => process.send?.({ warning: String(message) }) },
})
queue.listen(async ({ task_id }) => {
  process.send?.({ delivered: task_id })
})
setInterval(() => process.send?.({ alive: true }), 100)
