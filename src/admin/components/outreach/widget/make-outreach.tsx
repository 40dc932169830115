import { Button, toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCustomerGroups } from "../../../hooks/use-host-options"
import { useAction } from "../../../hooks/common/use-action"
import { useReason } from "../../../hooks/common/use-reason"
import { outreachKeys } from "../../../lib/outreach/query-keys"
import type { Campaign, ImportReport } from "../../../lib/outreach/types"
import { campaignPath } from "../../../lib/common/campaign-path"
import { callApi, callApiNow } from "../../../lib/common/api"
import { EmptyState } from "../../common/empty-state"
import { ErrorNotice } from "../../common/error-notice"
import { useRowReason } from "../leads/import/use-row-reason"
import { GroupChoice } from "../leads/group-choice"
import { newStep } from "../steps/new-step"

/** Of the promotion campaign: what the new one is named after. */
interface MakeOutreachProps {
  promotion: { id: string; name: string }
}

/** Makes an outreach campaign of one step for the customers of a group. */
export const MakeOutreach = ({ promotion }: MakeOutreachProps) => {
  const { t } = useTranslation("outreach")
  const reasonOf = useReason()
  const rowReasonOf = useRowReason()
  const queryClient = useQueryClient()
  const { data: groups } = useCustomerGroups()
  const [chosen, setChosen] = useState<string | null>(null)
  const groupId = chosen ?? groups?.[0]?.id
  const tellImported = ({ created, errors }: ImportReport) => {
    const [first] = errors
    const sum = t("leads.created", { count: created })
    if (!first) toast.success(sum)
    else {
      const refused = t("leads.refused", { count: errors.length })
      toast.warning(`${sum} · ${refused}`, { description: rowReasonOf(first) })
    }
  }
  const make = useAction({
    mutationFn: async (customer_group_id: string) => {
      const body = {
        name: promotion.name,
        promotion_campaign_id: promotion.id,
        steps: [newStep([])],
      }
      const { campaign } = await callApiNow<{ campaign: Campaign }>("/api/v1/campaigns", {
        method: "POST",
        body,
      })
      // Made, the campaign takes this component's place: what becomes of its leads is told in toasts.
      await callApi<ImportReport>(campaignPath(campaign.id, "leads"), {
        method: "POST",
        body: { customer_group_id },
      }).then(tellImported, (error: Error) =>
        toast.error(t("leads.notImported"), { description: reasonOf(error) })
      )
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: outreachKeys.allCampaigns }),
  })
  return (
    <EmptyState title={t("widget.none")} hint={t("widget.noneHint")}>
      {make.error && <ErrorNotice title={t("widget.notMade")} error={make.error} />}
      <div className="flex w-full max-w-[320px] flex-col gap-y-2">
        <GroupChoice value={chosen} onChange={setChosen} />
        <Button
          size="small"
          className="w-full"
          disabled={!groupId}
          isLoading={make.isPending}
          onClick={() => groupId && make.mutate(groupId)}
        >
          {t("widget.make")}
        </Button>
      </div>
    </EmptyState>
  )
}
