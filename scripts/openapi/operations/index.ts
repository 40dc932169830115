import type { Operation } from "../operation"
import { campaignOperations } from "./campaigns"
import { leadOperations } from "./leads"
import { playgroundOperations } from "./playground"
import { reviewOperations } from "./review"

/** Every call of the plugin by method and path below `/api/v1`. */
export const OPERATIONS: Record<string, Operation> = {
  ...playgroundOperations,
  ...reviewOperations,
  ...campaignOperations,
  ...leadOperations,
}
