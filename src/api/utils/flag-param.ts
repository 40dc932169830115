import { z } from "@medusajs/framework/zod"

/** `true` or `false` in a query; absent is false. */
export const flagParam = () =>
  z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true")
