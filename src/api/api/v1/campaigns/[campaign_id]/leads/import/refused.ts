import { MedusaError } from "@medusajs/framework/utils"

/** Why nothing of a file can be read. */
export const refused = (reason: string) =>
  new MedusaError(MedusaError.Types.INVALID_DATA, `CSV header: ${reason}`)
