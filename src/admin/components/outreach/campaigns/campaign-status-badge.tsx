import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Campaign } from "../../../lib/outreach/types"

const COLORS = { draft: "grey", active: "green", paused: "orange", completed: "blue" } as const

export const CampaignStatusBadge = ({ status }: Pick<Campaign, "status">) => {
  const { t } = useTranslation("outreach")
  return <StatusBadge color={COLORS[status]}>{t(`campaignStatus.${status}`)}</StatusBadge>
}
