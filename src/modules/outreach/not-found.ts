import { MedusaError } from "@medusajs/framework/utils"

/** One text for what is absent and what is another's, so that ids cannot be probed. */
export const notFound = (what: string, id: string) =>
  new MedusaError(MedusaError.Types.NOT_FOUND, `There is no ${what} ${id}.`)

/** An insert that answered no row: an invariant of ours broke. */
export const notStored = (what: string) =>
  new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `The ${what} was not stored. Try again.`)
