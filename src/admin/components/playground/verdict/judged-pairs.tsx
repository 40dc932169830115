import { Badge, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useJudgedPairs } from "../../../hooks/use-blind-comparison"
import { useLeadNames } from "../../../hooks/use-lead-names"
import { turnPair, type ShownComparison } from "../../../lib/playground/orient-comparison"
import type { JudgedPair } from "../../../lib/playground/verdict-types"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { TablePages } from "../../common/table-pages"
import { ComparedDraft } from "../compare/compared-draft"
import { JudgedPairReasons } from "./judged-pair-reasons"
import { LETTERS } from "./use-verdict-words"

const PER_PAGE = 20
const COLOURS = { first: "blue", second: "purple", tie: "grey", none: "grey" } as const

interface JudgedPairsProps {
  campaignId: string
  comparison: ShownComparison
}

/** What was chosen of each pair: those that were lost come first. */
export const JudgedPairs = ({ campaignId, comparison }: JudgedPairsProps) => {
  const { t } = useTranslation("verdict")
  const [page, setPage] = useState(0)
  const query = { offset: page * PER_PAGE, limit: PER_PAGE }
  const { data, error } = useJudgedPairs(campaignId, comparison, query)
  const pairs = data?.pairs.map((pair) => (comparison.isTurned ? turnPair(pair) : pair)) ?? []
  return (
    <section aria-label={t("pairs.title")} className="divide-y">
      <div className="px-6 py-4">
        <Heading level="h3">{t("pairs.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("pairs.hint", { name: comparison.isTurned ? LETTERS[0] : LETTERS[1] })}
        </Text>
      </div>
      {error && !data && (
        <div className="p-6">
          <ErrorNotice title={t("pairs.failed")} error={error} />
        </div>
      )}
      {!data && !error && <RowsSkeleton />}
      {data && (
        <>
          <PairList campaignId={campaignId} pairs={pairs} />
          <TablePages page={page} onPageChange={setPage} perPage={PER_PAGE} count={data.count} />
        </>
      )}
    </section>
  )
}

const PairList = ({ campaignId, pairs }: { campaignId: string; pairs: readonly JudgedPair[] }) => {
  const { t } = useTranslation("verdict")
  const { t: ofJudge } = useTranslation("judge")
  const ids = pairs.map(({ campaign_lead_id }) => campaign_lead_id)
  const nameOf = useLeadNames(campaignId, ids)
  return (
    <ul className="divide-y">
      {pairs.map(({ pair_id, campaign_lead_id, outcome, choices, drafts, judge }) => {
        const { first, second, equal } = choices
        return (
          <li key={pair_id} className="flex flex-col gap-y-3 px-6 py-4">
            <div className="flex flex-wrap items-center gap-2">
              <Text weight="plus" size="small" className="min-w-0 break-words">
                {nameOf(campaign_lead_id)}
              </Text>
              <Badge size="2xsmall" color={COLOURS[outcome ?? "none"]}>
                {t(`pairs.outcome.${outcome ?? "none"}`)}
              </Badge>
              {judge && (
                <Badge size="2xsmall" color={COLOURS[judge.outcome]}>
                  {ofJudge("pairs.says", { outcome: t(`pairs.outcome.${judge.outcome}`) })}
                </Badge>
              )}
              {first + second + equal > 1 && (
                <Text size="xsmall" className="text-ui-fg-subtle">
                  {t("pairs.choices", { first, second, equal })}
                </Text>
              )}
            </div>
            <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
              {drafts.map((draft, place) => (
                <ComparedDraft key={draft.id} label={LETTERS[place] ?? ""} draft={draft} />
              ))}
            </div>
            {judge && <JudgedPairReasons judge={judge} />}
          </li>
        )
      })}
    </ul>
  )
}
