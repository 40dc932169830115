import { useCheckedBatch } from "../../../hooks/use-checks"
import { useDrafts } from "../../../hooks/use-drafts"
import { useJudgements } from "../../../hooks/use-judgements"
import type { Batch } from "../../../lib/playground/types"
import type { BlindComparison } from "../../../lib/playground/verdict-types"
import { toMeasures, type Known, type Measure } from "../../../lib/playground/measures"

/** The figures of two batches, as far as they are known yet. */
export function useMeasures(
  campaignId: string,
  comparison: BlindComparison | null,
  [first, second]: readonly [Batch, Batch]
): Measure[] {
  const known = [useKnown(campaignId, first), useKnown(campaignId, second)] as const
  return toMeasures(comparison, known)
}

function useKnown(campaignId: string, { id, counts }: Batch): Known {
  const { data: drafts } = useDrafts(campaignId, id, counts.succeeded)
  const { data: judgements } = useJudgements(campaignId, id)
  const { data: checked } = useCheckedBatch(campaignId, id, counts.succeeded)
  return {
    drafts: drafts?.drafts ?? [],
    judgements: judgements ?? [],
    checked: checked?.drafts ?? [],
  }
}
