import { z } from "@medusajs/framework/zod"
import { EMAIL_CONSENTS } from "../ports"
import { email } from "./email"
import { wellFormedJsonObject } from "./json-object"
import { textBetween, textUpTo } from "./text"

const MAX_NAME_LENGTH = 255
const MAX_ATTRIBUTES_BYTES = 32 * 1024

const name = () => textUpTo(MAX_NAME_LENGTH).nullable().optional()

/** What a lead's fields may be, whether the lead comes as JSON, from a CSV file or from a customer group. */
export const CampaignLead = z.strictObject({
  email: email(),
  first_name: name(),
  last_name: name(),
  company: name(),
  title: name(),
  /** The host's own ids, `cus_…`. */
  customer_id: textBetween(1, MAX_NAME_LENGTH).nullable().optional(),
  email_consent: z.enum(EMAIL_CONSENTS).optional(),
  attributes: wellFormedJsonObject(MAX_ATTRIBUTES_BYTES).optional(),
})
