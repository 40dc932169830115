import type { Batch } from "./types"

/** What a batch has come to, for people: one without a draft is no success. */
export type BatchOutcome = "running" | "finished" | "partly" | "nothing" | "cancelled"

export function outcomeOf({ status, counts }: Pick<Batch, "status" | "counts">): BatchOutcome {
  if (status !== "finished") return status
  if (counts.succeeded === 0 && counts.total > 0) return "nothing"
  return counts.failed > 0 ? "partly" : "finished"
}
