import type { ServiceInput } from "../../testing/lab/create-service"
import { WorkerProcess } from "../../testing/lab/worker-process"
import type { OurWorker } from "./our-worker"

/** Worker processes beside `api`, which only commits and enqueues. */
export async function startProcesses(
  api: OurWorker,
  names: readonly string[],
  input: Partial<Pick<ServiceInput, "deskUrl" | "quickDelayMs" | "quickSpreadMs" | "options">>
): Promise<WorkerProcess[]> {
  const { database, options } = api
  const all = { databaseUrl: database.url, deskUrl: "", mode: "worker", options, ...input } as const
  return Promise.all(names.map((name) => WorkerProcess.start({ ...all, name })))
}
