import { Button } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCustomerGroups } from "../../../hooks/outreach/use-host-options"
import { outreachKeys } from "../../../lib/outreach/query-keys"
import type { Campaign } from "../../../lib/outreach/types"
import { campaignPath } from "../../../lib/playground/path"
import { sdk } from "../../../lib/sdk"
import { EmptyState } from "../../playground/common/empty-state"
import { ErrorNotice } from "../../playground/common/error-notice"
import { Choice } from "../common/choice"
import { newStep } from "../steps/new-step"

/** Of the promotion campaign: what the new one is named after. */
interface MakeOutreachProps {
  promotion: { id: string; name: string }
}

/** Makes an outreach campaign of one step for the customers of a group. */
export const MakeOutreach = ({ promotion }: MakeOutreachProps) => {
  const { t } = useTranslation("outreach")
  const queryClient = useQueryClient()
  const { data: groups } = useCustomerGroups()
  const [chosen, setChosen] = useState<string | null>(null)
  const groupId = chosen ?? groups?.[0]?.id
  const make = useMutation({
    mutationFn: async (customer_group_id: string) => {
      const body = {
        name: promotion.name,
        promotion_campaign_id: promotion.id,
        steps: [newStep([])],
      }
      const { campaign } = await sdk.client.fetch<{ campaign: Campaign }>("/api/v1/campaigns", {
        method: "POST",
        body,
      })
      await sdk.client.fetch(campaignPath(campaign.id, "leads"), {
        method: "POST",
        body: { customer_group_id },
      })
    },
    // The campaign may be there although its leads are not: then it is shown, and says so itself.
    onSettled: () => queryClient.invalidateQueries({ queryKey: outreachKeys.allCampaigns }),
  })
  return (
    <EmptyState title={t("widget.none")} hint={t("widget.noneHint")}>
      {make.error && <ErrorNotice title={t("widget.notMade")} error={make.error} />}
      {groups?.length === 0 ? (
        <p className="txt-compact-small">{t("leads.groupNone")}</p>
      ) : (
        <div className="flex w-full max-w-[320px] flex-col gap-y-2">
          <Choice
            label={t("leads.groupLabel")}
            value={groupId ?? ""}
            onChange={setChosen}
            options={(groups ?? []).map(({ id, name }) => ({ value: id, label: name ?? id }))}
          />
          <Button
            size="small"
            disabled={!groupId}
            isLoading={make.isPending}
            onClick={() => groupId && make.mutate(groupId)}
          >
            {t("widget.make")}
          </Button>
        </div>
      )}
    </EmptyState>
  )
}
