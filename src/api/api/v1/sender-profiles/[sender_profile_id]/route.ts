import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SenderProfileDTO } from "../../../../../modules/outreach"
import { deleteSenderProfileWorkflow } from "../../../../../workflows/sender-profiles/delete-sender-profile"
import { resolveOutreach } from "../../../../../workflows/common/resolve-modules"
import { updateSenderProfileWorkflow } from "../../../../../workflows/sender-profiles/update-sender-profile"
import { deleted, type DeletedResponse } from "../../../../utils/deleted"
import { uuidParam } from "../../../../utils/path-param"
import type { UpdateSenderProfileType } from "../validators"
import { withParams } from "../../../../utils/with-params"

/** One sender profile. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ sender_profile: SenderProfileDTO }>
) => {
  const id = uuidParam(req, "sender_profile_id")
  res.json({ sender_profile: await resolveOutreach(req.scope).retrieveSenderProfile(id) })
}

/** A value sets, null clears, absent leaves alone. */
export const PATCH = withParams(
  async (
    req: AuthenticatedMedusaRequest<UpdateSenderProfileType>,
    res: MedusaResponse<{ sender_profile: SenderProfileDTO }>
  ) => {
    const { result } = await updateSenderProfileWorkflow(req.scope).run({
      input: {
        sender_profile_id: uuidParam(req, "sender_profile_id"),
        change: req.validatedBody,
      },
      context: { requestId: req.requestId },
    })
    res.json({ sender_profile: result })
  }
)

/** Campaigns and variants that named the profile name none afterwards. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DeletedResponse>
) => {
  const sender_profile_id = uuidParam(req, "sender_profile_id")
  await deleteSenderProfileWorkflow(req.scope).run({
    input: { sender_profile_id },
    context: { requestId: req.requestId },
  })
  res.json(deleted("sender_profile", sender_profile_id))
}
