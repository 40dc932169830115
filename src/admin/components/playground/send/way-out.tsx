import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { usePlaygroundAddress } from "../../../hooks/use-playground-address"
import { useSendingActions, type SendingPreview } from "../../../hooks/use-sending"

export type HoldReason = SendingPreview["held_back"][number]["reason"]

interface WayOutProps {
  campaignId: string
  reason: HoldReason
}

/** Where the footer is written. */
export const FOOTER_ID = "send-footer"

/** One click to what frees these mails; nothing where no click does. */
export const WayOut = ({ campaignId, reason }: WayOutProps) => {
  const { t } = useTranslation("send")
  const { showTab } = usePlaygroundAddress()
  switch (reason) {
    case "campaign_not_active":
      return <Activate campaignId={campaignId} />
    case "no_footer":
      return (
        <Act label={t("ways.footer")} onClick={() => document.getElementById(FOOTER_ID)?.focus()} />
      )
    case "no_sender_address":
      return <Way label={t("ways.sender")} to="/outreach/sender-profiles" />
    case "suppressed":
      return <Way label={t("ways.suppressions")} to="/outreach/suppressions" />
    case "lead_changed":
    case "content_changed":
    case "not_approved":
      return <Act label={t("ways.drafts")} onClick={() => showTab("drafts")} />
    case "lead_gone":
    case "consent_withdrawn":
    case "replied":
    case "four_eyes":
    case "rejected":
    case "unknown":
    case "previous_step_rejected":
    case "no_public_url":
      return null
  }
}

const Activate = ({ campaignId }: { campaignId: string }) => {
  const { t } = useTranslation("send")
  const { activate } = useSendingActions(campaignId)
  const tellFailure = useFailureToast()
  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={activate.isPending}
      onClick={() =>
        activate.mutate(undefined, {
          onSuccess: () => toast.success(t("ways.activated")),
          onError: (error) => tellFailure(t("ways.notActivated"), error),
        })
      }
    >
      {t("ways.activate")}
    </Button>
  )
}

const Act = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <Button size="small" variant="secondary" onClick={onClick}>
    {label}
  </Button>
)

const Way = ({ label, to }: { label: string; to: string }) => (
  <Button asChild size="small" variant="secondary">
    <Link to={to}>{label}</Link>
  </Button>
)
