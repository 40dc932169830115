import { z } from "@medusajs/framework/zod"
import { count, instant } from "./parts"

const queue = () =>
  z.strictObject({
    backend: z.enum(["redis", "postgres"]),
    is_reachable: z.boolean(),
    depth: count().nullable(),
  })

const tasks = () =>
  z.strictObject({
    pending: count(),
    running: count(),
    expired: count().meta({ description: "Running past their lease: their worker is gone." }),
    oldest_pending_seconds: z.number().min(0).nullable(),
  })

/** How sending does. */
export const DeliveryHealth = z
  .strictObject({
    queue: queue(),
    sends: z.strictObject({
      scheduled: count(),
      in_flight: count(),
      expired: count().meta({ description: "In flight past their lease: their process is gone." }),
      unknown: count().meta({ description: "A person decides." }),
    }),
    last_reconciled_at: instant().nullable(),
  })
  .meta({ id: "DeliveryHealth" })

/** How the playground does, for operators. */
export const PlaygroundHealth = z
  .strictObject({
    status: z.enum(["ok", "degraded"]),
    reasons: z
      .array(z.string())
      .meta({ description: "A sentence for each thing that is wrong, and what to do." }),
    queue: queue(),
    tasks: tasks(),
    batches: z.strictObject({ running: count() }),
    judging: z.strictObject({ queue: queue(), tasks: tasks() }).nullable().meta({
      description: "Null: the host has no judge. Tasks of its present version alone.",
    }),
    delivery: DeliveryHealth,
    process: z.strictObject({
      worker_mode: z.enum(["server", "worker", "shared"]),
      last_reconciled_at: instant().nullable(),
    }),
  })
  .meta({ id: "PlaygroundHealth" })
