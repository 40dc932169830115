import { z } from "@medusajs/framework/zod"
import { VARIANT_TYPES } from "../../../../modules/outreach"
import { prompt } from "../../../utils/prompt"
import { textBetween } from "../../../../validation/text"
import { uniqueBy } from "../../../utils/unique-by"
import { uuid } from "../../../utils/uuid"

const MAX_STEPS = 32
const MAX_VARIANTS = 10
/** Ten years. */
const MAX_DELAY_DAYS = 3650
/** So that weights of one step still add up without rounding one away. */
const MAX_WEIGHT = 1_000_000

const variant = () =>
  z
    .strictObject({
      label: textBetween(1, 10),
      weight: z.number().positive().max(MAX_WEIGHT).default(1),
      type: z.enum(VARIANT_TYPES),
      // The bounds of an e-mail, as where one is approved.
      template: z
        .strictObject({ subject: textBetween(1, 998), body: textBetween(1, 50_000) })
        .nullable()
        .default(null),
      sender_profile_id: uuid().nullable().default(null),
      prompt: prompt().default(null).meta({
        description:
          "Of a PERSONALIZATION: goes before the campaign's prompt, after the request's.",
      }),
    })
    .refine(({ type, prompt: own }) => type !== "TEMPLATE" || (own ?? "") === "", {
      path: ["prompt"],
      message: "is for variants of type PERSONALIZATION: a TEMPLATE is sent as it is",
    })
    .refine(({ type, template }) => type !== "TEMPLATE" || template !== null, {
      path: ["template"],
      message: "expected { subject, body } for a variant of type TEMPLATE",
    })

const step = () =>
  z.strictObject({
    step_index: z.number().int().min(1).max(MAX_STEPS),
    delay_days: z.number().int().min(0).max(MAX_DELAY_DAYS).default(0),
    channel: textBetween(1, 50).default("email"),
    variants: uniqueBy("label", z.array(variant()).min(1).max(MAX_VARIANTS)),
  })

/** `steps` of a campaign: each `step_index` once, each label once in its step. */
export const campaignSteps = () => uniqueBy("step_index", z.array(step()).max(MAX_STEPS))
