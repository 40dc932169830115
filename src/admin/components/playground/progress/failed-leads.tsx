import { Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLeadsOfBatch } from "../../../hooks/use-leads"
import { leadName } from "../../../lib/common/lead-name"
import type { BatchStatus } from "../../../lib/playground/types"

interface FailedLeadsProps {
  campaignId: string
  state: BatchStatus
  isRetrying: boolean
  /** Without ids: all of them. */
  onRetry: (leadIds?: string[]) => void
}

/** Each draft that failed for good, with its lead and its reason. */
export const FailedLeads = ({ campaignId, state, isRetrying, onRetry }: FailedLeadsProps) => {
  const { t } = useTranslation("playground")
  const leads = state.per_lead.filter(({ status }) => status === "failed")
  const { data: known } = useLeadsOfBatch(campaignId, state)
  const nameOf = (id: string) => {
    const lead = known?.get(id)
    return lead ? leadName(lead) : t("lead.unknown")
  }
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex items-center justify-between gap-x-2">
        <Heading level="h3">{t("retry.title", { count: leads.length })}</Heading>
        <Button size="small" variant="secondary" isLoading={isRetrying} onClick={() => onRetry()}>
          {t("retry.all")}
        </Button>
      </div>
      <ul className="flex max-h-[200px] flex-col gap-y-3 overflow-y-auto">
        {leads.map(({ campaign_lead_id: id, error, attempt }) => (
          <li key={id} className="flex items-start justify-between gap-x-2">
            <div className="min-w-0">
              <Text size="small" weight="plus" className="truncate">
                {nameOf(id)}
              </Text>
              <Text size="small" className="text-ui-fg-error break-words">
                {error?.message ?? t("retry.noReason")}
              </Text>
              <Text size="xsmall" className="text-ui-fg-subtle">
                {t("retry.attempts", { count: attempt })}
              </Text>
            </div>
            <Button
              size="small"
              variant="transparent"
              className="shrink-0"
              disabled={isRetrying}
              aria-label={t("retry.oneFor", { name: nameOf(id) })}
              onClick={() => onRetry([id])}
            >
              {t("retry.one")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
