import type { SuppressionReason } from "../../../../modules/delivery/types/dtos"

/** Every reason, in the order in which they are offered. */
export const REASONS = [
  "manual",
  "unsubscribed",
  "bounced",
  "complained",
] as const satisfies readonly SuppressionReason[]
