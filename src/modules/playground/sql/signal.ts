import { z } from "@medusajs/framework/zod"

/** The Postgres channel. One for all processes on the database. */
export const SIGNAL_CHANNEL = "playground_signal"

const SignalSchema = z.object({
  /**
   * `progress`: some tasks of the batch changed. `cancelled`: its calls in flight are to be aborted.
   * `judging_cancelled`: calls of the judge are, of tasks whose leases are gone.
   */
  type: z.enum(["progress", "cancelled", "judging_cancelled"]),
  batch_id: z.uuid(),
})

/** A hint that rows have changed. May be lost: whoever needs certainty reads the rows. */
export type Signal = z.infer<typeof SignalSchema>

/** Null for a payload that is none of ours. */
export function parseSignal(payload: string | undefined): Signal | null {
  try {
    return SignalSchema.safeParse(JSON.parse(payload ?? "")).data ?? null
  } catch {
    return null
  }
}
