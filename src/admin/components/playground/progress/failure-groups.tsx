import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { useWords } from "../../../hooks/common/use-words"
import { useBatchActions } from "../../../hooks/use-batches"
import { useLeadNames } from "../../../hooks/use-lead-names"
import { groupFailures, remedyOf } from "../../../lib/playground/failure-groups"
import type { BatchStatus } from "../../../lib/playground/types"

interface FailureGroupsProps {
  campaignId: string
  state: BatchStatus
  onEditPrompt: () => void
}

/** So many names fit under a reason. */
const NAMED = 4

/** Why drafts were not written: each reason once, with whom it concerns and what to do about it. */
export const FailureGroups = ({ campaignId, state, onEditPrompt }: FailureGroupsProps) => {
  const { t } = useTranslation("playground")
  const wordsOf = useWords("failures")
  const tellFailure = useFailureToast()
  const leadIds = state.per_lead.map(({ campaign_lead_id }) => campaign_lead_id)
  const nameOf = useLeadNames(campaignId, leadIds)
  const { retry } = useBatchActions(campaignId, state.batch_id)
  const onRetry = (leadIds: string[]) =>
    retry.mutate(leadIds, { onError: (error) => tellFailure(t("retry.failed"), error) })
  const groups = [
    ...groupFailures(state.per_lead, "failed", wordsOf).map((group) => ({
      ...group,
      canRetry: true,
    })),
    ...groupFailures(state.per_lead, "cancelled", wordsOf).map((group) => ({
      ...group,
      canRetry: false,
    })),
  ]
  return (
    <ul className="divide-y">
      {groups.map(({ canRetry, ...group }) => {
        const ids = group.campaign_lead_ids
        const count = ids.length
        const remedy = remedyOf(group.code)
        return (
          <li key={ids[0]} className="flex flex-col gap-y-2 px-6 py-4">
            <Text size="small" weight="plus" className="break-words">
              {t("failures.group", { count, reason: wordsOf(group) })}
            </Text>
            <Text size="small" className="text-ui-fg-subtle break-words">
              {ids.slice(0, NAMED).map(nameOf).join(", ")}
              {count > NAMED && ` ${t("failures.more", { count: count - NAMED })}`}
            </Text>
            {canRetry && (
              <>
                <Text size="small" className="text-ui-fg-subtle">
                  {t(`failures.remedy.${remedy}`)}
                </Text>
                <div className="flex flex-wrap gap-2">
                  {remedy === "prompt" && (
                    <Button size="small" variant="secondary" onClick={onEditPrompt}>
                      {t("prompt.edit")}
                    </Button>
                  )}
                  <Button
                    size="small"
                    variant="secondary"
                    isLoading={retry.isPending}
                    onClick={() => onRetry(ids)}
                  >
                    {t("failures.retry", { count })}
                  </Button>
                </div>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
