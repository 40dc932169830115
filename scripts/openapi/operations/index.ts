import type { Operation } from "../operation"
import { campaignOperations } from "./campaigns"
import { evaluationOperations } from "./evaluations"
import { leadOperations } from "./leads"
import { playgroundOperations } from "./playground"
import { promptOperations } from "./prompts"
import { sendingOperations } from "./sending"
import { reviewOperations } from "./review"
import { verdictOperations } from "./verdict"

/** Every call of the plugin by method and path below `/api/v1`. */
export const OPERATIONS: Record<string, Operation> = {
  ...playgroundOperations,
  ...reviewOperations,
  ...promptOperations,
  ...verdictOperations,
  ...evaluationOperations,
  ...campaignOperations,
  ...leadOperations,
  ...sendingOperations,
}
