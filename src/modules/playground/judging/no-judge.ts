import { MedusaError } from "@medusajs/framework/utils"

/** Where the host has no judge. */
export const noJudge = () =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    'This host has no judge. Configure one with the plugin option "judge", then judge again.',
    "no_judge"
  )
