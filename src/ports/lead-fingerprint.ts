import { fingerprint } from "./fingerprint"
import type { LeadSnapshot } from "./snapshot"

/**
 * Changes exactly when something changes that a draft to this lead depends on, what the shop knows of
 * it included. But for the days since the last order: they change every night, and with the order's day
 * they are known anyway.
 */
export function leadFingerprint({ customer, ...lead }: LeadSnapshot): string {
  return fingerprint({
    ...lead,
    customer: customer && { ...customer, days_since_last_order: undefined },
  })
}
