import { Button, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useCampaigns } from "../../../hooks/use-campaigns"
import { useLeadAt } from "../../../hooks/use-leads"
import { useReadiness } from "../../../hooks/use-readiness"
import { draftedSteps } from "../../../lib/playground/drafted-steps"
import type { Campaign } from "../../../lib/outreach/types"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { SectionHeader } from "../../common/section-header"
import { Checklist } from "../../playground/checklist"
import { Drafting } from "./drafting"
import { MakeOutreach } from "./make-outreach"

/** The outreach that belongs to a promotion campaign of the host, or the way to make one. */
export const OutreachOfPromotion = ({ promotion }: { promotion: { id: string; name: string } }) => {
  const { t } = useTranslation("outreach")
  const { data, error } = useCampaigns({ promotion_campaign_id: promotion.id, limit: 1 })
  const [campaign] = data?.campaigns ?? []
  return (
    <Container className="divide-y p-0" role="region" aria-label={t("widget.title")}>
      <SectionHeader title={t("widget.title")} hint={campaign?.name}>
        {campaign && (
          <>
            <Button asChild size="small" variant="transparent">
              <Link to={`/outreach/${campaign.id}`}>{t("widget.open")}</Link>
            </Button>
            <Button asChild size="small" variant="secondary">
              <Link to={`/outreach/${campaign.id}/playground`}>
                {t("campaigns.openPlayground")}
              </Link>
            </Button>
          </>
        )}
      </SectionHeader>
      {campaign && <LinkedOutreach campaign={campaign} />}
      {data?.count === 0 && <MakeOutreach promotion={promotion} />}
      {!data && !error && <RowsSkeleton rows={3} />}
      {!data && error && (
        <div className="p-6">
          <ErrorNotice title={t("failed")} error={error} />
        </div>
      )}
    </Container>
  )
}

/** Drafting, or what the campaign lacks for it. */
const LinkedOutreach = ({ campaign }: { campaign: Campaign }) => {
  const { has, isPending, isReady } = useReadiness(campaign)
  const { data: leads } = useLeadAt(campaign.id, 0, "")
  const [first, ...others] = draftedSteps(campaign)
  if (first !== undefined && isReady) {
    return <Drafting campaign={campaign} steps={[first, ...others]} leadCount={leads?.count ?? 1} />
  }
  return isPending ? <RowsSkeleton rows={3} /> : <Checklist campaign={campaign} has={has} />
}
