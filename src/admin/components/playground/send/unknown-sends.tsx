import { Button, Container, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { useLeadsById } from "../../../hooks/use-leads"
import {
  useSendingActions,
  useSends,
  type Resolution,
  type SendingPreview,
} from "../../../hooks/use-sending"
import { leadName } from "../../../lib/common/lead-name"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { SectionHeader } from "../../common/section-header"

interface UnknownSendsProps {
  campaignId: string
  stepIndex: number
  counts: SendingPreview["counts"]
}

/** The others follow once these are decided. */
const SHOWN = 20

/** Mails of which nobody knows whether they went: a person decides about each. */
export const UnknownSends = ({ campaignId, stepIndex, counts }: UnknownSendsProps) => {
  const { t } = useTranslation("send")
  const tellFailure = useFailureToast()
  const query = { status: "unknown", step_index: stepIndex, limit: SHOWN } as const
  const { data, error } = useSends(campaignId, query, counts)
  const sends = data?.sends ?? []
  const { data: leads } = useLeadsById(
    campaignId,
    sends.map(({ campaign_lead_id }) => campaign_lead_id)
  )
  const { resolve } = useSendingActions(campaignId)
  const settle = (sendId: string, as: Resolution) =>
    resolve.mutate(
      { sendId, as },
      { onError: (failure) => tellFailure(t("unknown.failed"), failure) }
    )
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("unknown.title")} hint={t("unknown.hint")} />
      {sends.map((send) => {
        const lead = leads?.get(send.campaign_lead_id)
        return (
          <div
            key={send.id}
            className="flex flex-col gap-2 px-6 py-3 md:flex-row md:items-center md:justify-between"
          >
            <div className="min-w-0">
              <Text size="small" weight="plus" className="break-words">
                {lead ? leadName(lead) : (send.recipient ?? t("unknown.leadGone"))}
              </Text>
              <Text size="xsmall" className="text-ui-fg-subtle break-all">
                {[send.recipient, send.message_id].filter(Boolean).join(" · ")}
              </Text>
            </div>
            <div className="flex shrink-0 gap-2">
              {(["sent", "send_again"] as const).map((as) => (
                <Button
                  key={as}
                  size="small"
                  variant="secondary"
                  disabled={resolve.isPending}
                  onClick={() => settle(send.id, as)}
                >
                  {t(`unknown.as.${as}`)}
                </Button>
              ))}
            </div>
          </div>
        )
      })}
      {data && data.count > sends.length && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-3">
          {t("unknown.more", { count: data.count - sends.length })}
        </Text>
      )}
      {!data &&
        (error ? (
          <ErrorNotice title={t("failedToLoad")} error={error} />
        ) : (
          <RowsSkeleton rows={1} />
        ))}
    </Container>
  )
}
