import { Alert, Badge, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useApprovedEmail } from "../../../hooks/use-approved-email"
import { useFormat } from "../../../hooks/common/use-format"
import type { Draft } from "../../../lib/playground/types"
import { ErrorNotice } from "../../common/error-notice"
import { RequestedBy } from "../../common/requested-by"
import { EmailChanges } from "./email-changes"
import { EmailText } from "./email-text"

interface ApprovedEmailProps {
  campaignId: string
  draft: Draft
}

/** What will be sent, which need not be what was drafted. */
export const ApprovedEmail = ({ campaignId, draft }: ApprovedEmailProps) => {
  const { t } = useTranslation("playground")
  const format = useFormat()
  const { data: entry, error } = useApprovedEmail(campaignId, draft)
  if (error && !entry) return <ErrorNotice title={t("approve.unreadable")} error={error} />
  if (!entry) return <Skeleton className="h-40 w-full" />
  return (
    <div className="flex flex-col gap-y-4">
      {entry.lead_changed_at && (
        <Alert variant="warning">
          {t("approve.leadChanged", { when: format.dateTime(entry.lead_changed_at) })}
        </Alert>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Text size="small" className="text-ui-fg-subtle">
          {t("approve.when", { when: format.dateTime(entry.approved_at) })}{" "}
          <RequestedBy actorId={entry.approved_by} />
        </Text>
        {entry.is_edited && <Badge size="2xsmall">{t("approve.edited")}</Badge>}
      </div>
      <EmailText subject={entry.subject} body={entry.body} />
      {entry.is_edited && <EmailChanges before={draft} after={entry} />}
    </div>
  )
}
