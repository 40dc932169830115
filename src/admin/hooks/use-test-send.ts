import { callApiNow } from "../lib/common/api"
import { campaignPath } from "../lib/common/campaign-path"
import type { Email } from "../lib/playground/kept"
import { useAction } from "./common/use-action"

/** Sends a text to whoever is logged in, as a test of the draft. */
export const useTestSend = (campaignId: string, draftId: string) =>
  useAction({
    mutationFn: (body: Email) =>
      callApiNow<{ to: string; is_trial: boolean }>(
        campaignPath(campaignId, `playground/drafts/${draftId}/test-send`),
        { method: "POST", body }
      ),
  })
