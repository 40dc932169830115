import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { SenderProfileDTO } from "../../../../modules/outreach"
import { createSenderProfileWorkflow } from "../../../../workflows/sender-profiles/create-sender-profile"
import { resolveOutreach } from "../../../../workflows/common/resolve-modules"
import type { CreateSenderProfileType, ListSenderProfilesType } from "./validators"
import { withParams } from "../../../utils/with-params"

interface SenderProfilesPage {
  sender_profiles: SenderProfileDTO[]
  count: number
  offset: number
  limit: number
}

/** Makes a sender profile. */
export const POST = withParams(
  async (
    req: AuthenticatedMedusaRequest<CreateSenderProfileType>,
    res: MedusaResponse<{ sender_profile: SenderProfileDTO }>
  ) => {
    const { result } = await createSenderProfileWorkflow(req.scope).run({
      input: req.validatedBody,
      context: { requestId: req.requestId },
    })
    res.json({ sender_profile: result })
  }
)

/** A page of the sender profiles, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListSenderProfilesType>,
  res: MedusaResponse<SenderProfilesPage>
) => {
  const { q, offset, limit } = req.validatedQuery
  const outreach = resolveOutreach(req.scope)
  const [sender_profiles, count] = await outreach.searchSenderProfiles({ q, offset, limit })
  res.json({ sender_profiles, count, offset, limit })
}
