import { z } from "@medusajs/framework/zod"
import { mailBody, mailSubject } from "../../../../../../../validation/mail-text"
import { textBetween } from "../../../../../../../validation/text"
import { uuid } from "../../../../../../utils/uuid"

const MAX_STEPS = 32

const stepIndex = () => z.number().int().min(1).max(MAX_STEPS)

/** Body of `POST …/leads/{id}/approve`. Subject and body are kept to the byte. */
export const ApproveEmail = z.strictObject({
  step_index: stepIndex(),
  subject: mailSubject(),
  body: mailBody(),
  draft_id: uuid().nullish(),
  variant_label: textBetween(1, 255).nullish(),
  expected_step_config_fingerprint: textBetween(1, 255).nullish(),
})

/** Body of `POST …/leads/{id}/unapprove`. */
export const UnapproveEmail = z.strictObject({ step_index: stepIndex() })

/** Body of `POST …/leads/{id}/reset`: absent or null means all steps. */
export const ResetEmails = z.strictObject({
  step_indices: z
    .array(stepIndex())
    .min(1)
    .max(MAX_STEPS)
    .refine((steps) => new Set(steps).size === steps.length, "expected each step once")
    .nullish(),
})

export type ApproveEmailType = z.infer<typeof ApproveEmail>
export type UnapproveEmailType = z.infer<typeof UnapproveEmail>
export type ResetEmailsType = z.infer<typeof ResetEmails>
