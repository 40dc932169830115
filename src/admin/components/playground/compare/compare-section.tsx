import { Container } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useBatches } from "../../../hooks/use-batches"
import { useComparison, useSharedPair } from "../../../hooks/use-comparison"
import type { Batch } from "../../../lib/playground/types"
import { EmptyState } from "../../common/empty-state"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { TablePages } from "../../common/table-pages"
import { BatchField } from "./batch-field"
import { VerdictOfPair } from "../verdict/verdict-of-pair"
import { ComparedBatches } from "./compared-batches"
import { ComparedPrompts } from "./compared-prompts"

/** As many batches as one may choose from. */
const CHOICES = 100
const PER_PAGE = 20

interface CompareSectionProps {
  campaignId: string
  stepIndex: number
}

/** Which of two batches of a step is better: the two newest, until others are chosen. */
export const CompareSection = ({ campaignId, stepIndex }: CompareSectionProps) => {
  const { t } = useTranslation("playground")
  const { data, error } = useBatches(campaignId, { step_index: stepIndex, limit: CHOICES })
  const isEnough = data && data.batches.length > 1
  return (
    <Container className="divide-y p-0">
      {isEnough && <Chosen key={stepIndex} campaignId={campaignId} batches={data.batches} />}
      {data && !isEnough && <EmptyState title={t("compare.none")} hint={t("compare.noneHint")} />}
      {error && !data && (
        <div className="p-6">
          <ErrorNotice title={t("history.failed")} error={error} />
        </div>
      )}
      {!data && !error && <RowsSkeleton />}
    </Container>
  )
}

interface ChosenProps {
  campaignId: string
  batches: readonly Batch[]
}

const Chosen = (props: ChosenProps) => {
  const { data: pair, isPending } = useSharedPair(props.campaignId, props.batches)
  if (isPending) return <RowsSkeleton />
  const [newest, second] = props.batches
  return <Pair {...props} initial={pair ?? [second?.id ?? "", newest?.id ?? ""]} />
}

const Pair = ({ campaignId, batches, initial }: ChosenProps & { initial: [string, string] }) => {
  const { t } = useTranslation("playground")
  const [left, setLeft] = useState(initial[0])
  const [right, setRight] = useState(initial[1])
  const [page, setPage] = useState(0)
  const isPair = left !== right
  const { data, error } = useComparison(campaignId, isPair ? [left, right] : null, {
    offset: page * PER_PAGE,
    limit: PER_PAGE,
  })
  const choose = (set: (id: string) => void) => (id: string) => {
    setPage(0)
    set(id)
  }
  const batchOf = (id: string) => batches.find((batch) => batch.id === id)
  const [first, second] = [batchOf(left), batchOf(right)]
  const choice = (
    <div className="grid grid-cols-1 gap-4 px-6 py-4 sm:grid-cols-2">
      <BatchField
        campaignId={campaignId}
        label={t("compare.first")}
        batches={batches}
        value={left}
        onChange={choose(setLeft)}
      />
      <BatchField
        campaignId={campaignId}
        label={t("compare.second")}
        batches={batches}
        value={right}
        onChange={choose(setRight)}
      />
    </div>
  )
  if (!isPair || !first || !second) {
    return (
      <>
        {choice}
        <EmptyState title={t("compare.same")} hint={t("compare.sameHint")} />
      </>
    )
  }
  return (
    <VerdictOfPair
      key={`${left} ${right}`}
      campaignId={campaignId}
      batches={[first, second]}
      choice={choice}
      prompts={data && <ComparedPrompts campaignId={campaignId} batches={data.batches} />}
      unjudged={
        <>
          {error && !data && (
            <div className="p-6">
              <ErrorNotice title={t("compare.failed")} error={error} />
            </div>
          )}
          {data && <ComparedBatches campaignId={campaignId} comparison={data} />}
          {data && (
            <TablePages page={page} onPageChange={setPage} perPage={PER_PAGE} count={data.count} />
          )}
          {!data && !error && <RowsSkeleton />}
        </>
      }
    />
  )
}
