import { Container } from "@medusajs/ui"
import { useReadiness } from "../../hooks/use-readiness"
import { draftedSteps } from "../../lib/playground/drafted-steps"
import type { Campaign } from "../../lib/playground/types"
import { RowsSkeleton } from "../common/rows-skeleton"
import { Checklist } from "./checklist"
import { Playground } from "./playground"

/** The Playground, or what the campaign lacks for one. */
export const PlaygroundOfCampaign = ({ campaign }: { campaign: Campaign }) => {
  const { has, isPending, isReady } = useReadiness(campaign)
  const [first, ...others] = draftedSteps(campaign)
  if (first !== undefined && isReady) {
    return <Playground campaign={campaign} steps={[first, ...others]} />
  }
  if (!isPending) return <Checklist campaign={campaign} has={has} />
  return (
    <Container className="p-0">
      <RowsSkeleton rows={8} />
    </Container>
  )
}
