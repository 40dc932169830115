import { Button, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useLeadAt } from "../../hooks/use-leads"
import type { Campaign } from "../../lib/playground/types"
import { EmptyState } from "../common/empty-state"
import { Playground } from "./playground"

/** The Playground, or what the campaign lacks for one. */
export const PlaygroundOfCampaign = ({ campaign }: { campaign: Campaign }) => {
  const { t } = useTranslation("playground")
  const { data: leads } = useLeadAt(campaign.id, 0, "")
  const [first, ...others] = campaign.steps
    .filter(({ variants }) => variants.some(({ type }) => type === "PERSONALIZATION"))
    .map(({ step_index }) => step_index)

  const lacks = first === undefined ? "steps" : leads?.count === 0 ? "leads" : null
  if (first !== undefined && lacks === null)
    return <Playground campaign={campaign} steps={[first, ...others]} />
  return (
    <Container className="p-0">
      <EmptyState title={t(`campaign.no.${lacks}`)} hint={t(`campaign.noHint.${lacks}`)}>
        <Button asChild size="small" variant="secondary">
          <Link to={`/outreach/${campaign.id}`}>{t("campaign.open")}</Link>
        </Button>
      </EmptyState>
    </Container>
  )
}
