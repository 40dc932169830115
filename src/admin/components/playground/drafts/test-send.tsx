import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { useTestSend } from "../../../hooks/use-test-send"
import type { Email } from "../../../lib/playground/kept"
import type { Draft } from "../../../lib/playground/types"

interface TestSendProps {
  campaignId: string
  draft: Draft
  /** What stands on the screen. */
  text: Email
}

/** "Send me this one": the mail as it would arrive, to whoever reads it here. */
export const TestSend = ({ campaignId, draft, text: { subject, body } }: TestSendProps) => {
  const { t } = useTranslation("send")
  const navigate = useNavigate()
  const tellFailure = useFailureToast()
  const test = useTestSend(campaignId, draft.id)
  const tellKept = () => {
    const label = t("test.openOutbox")
    toast.success(t("test.kept"), {
      action: { label, altText: label, onClick: () => navigate("/outreach/outbox") },
    })
  }
  return (
    <Button
      type="button"
      size="small"
      variant="transparent"
      isLoading={test.isPending}
      disabled={!subject.trim() || !body.trim()}
      onClick={() =>
        test.mutate(
          { subject, body },
          {
            onSuccess: ({ to, is_trial }) =>
              is_trial ? tellKept() : toast.success(t("test.sent", { to })),
            onError: (error) => tellFailure(t("test.failed"), error),
          }
        )
      }
    >
      {t("test.action")}
    </Button>
  )
}
