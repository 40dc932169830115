import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useLeadNames } from "../../../hooks/use-lead-names"
import type { Comparison } from "../../../lib/playground/types"
import { EmptyState } from "../../common/empty-state"
import { ComparedDraft } from "./compared-draft"

interface ComparedBatchesProps {
  campaignId: string
  comparison: Comparison
}

/** What each batch wrote to every lead. */
export const ComparedBatches = ({ campaignId, comparison }: ComparedBatchesProps) => {
  const { t } = useTranslation("playground")
  const { leads } = comparison
  const ids = leads.map(({ campaign_lead_id }) => campaign_lead_id)
  const nameOf = useLeadNames(campaignId, ids)
  return (
    <>
      {leads.length === 0 && (
        <EmptyState title={t("compare.empty")} hint={t("compare.emptyHint")} />
      )}
      <ul className="divide-y">
        {leads.map(({ campaign_lead_id: id, drafts: [left, right] }) => (
          <li key={id} className="flex flex-col gap-y-3 px-6 py-4">
            <Text weight="plus" size="small">
              {nameOf(id)}
            </Text>
            <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
              <ComparedDraft label={t("compare.first")} draft={left} />
              <ComparedDraft label={t("compare.second")} draft={right} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
