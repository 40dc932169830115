import { useTranslation } from "react-i18next"
import { leadName } from "../lib/common/lead-name"
import { useLeadsById } from "./use-leads"

/** Stands where a name will stand. */
const UNREAD = "…"

/** What each of these leads is called. A deleted one is said to be so, once that is known. */
export function useLeadNames(
  campaignId: string,
  leadIds: readonly string[]
): (leadId: string) => string {
  const { t } = useTranslation("playground")
  const { data: leads, isPlaceholderData } = useLeadsById(campaignId, leadIds)
  return (leadId) => {
    const lead = leads?.get(leadId)
    if (lead) return leadName(lead)
    return leads && !isPlaceholderData ? t("lead.unknown") : UNREAD
  }
}
