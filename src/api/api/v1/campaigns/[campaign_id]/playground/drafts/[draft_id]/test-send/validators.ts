import { z } from "@medusajs/framework/zod"
import { mailBody, mailSubject } from "../../../../../../../../../validation/mail-text"

/** Body of `POST …/playground/drafts/{draft_id}/test-send`: the text on the screen, or nothing. */
export const SendTest = z
  .strictObject({ subject: mailSubject().nullish(), body: mailBody().nullish() })
  .refine(
    ({ subject, body }) => (subject == null) === (body == null),
    "expected subject and body together, or neither"
  )

export type SendTestType = z.infer<typeof SendTest>
