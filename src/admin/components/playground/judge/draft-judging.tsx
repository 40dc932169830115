import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useDraftJudgings } from "../../../hooks/use-judging"
import { useJudgeWords } from "../../../hooks/use-judge-words"
import type { DraftJudging as Judging } from "../../../lib/playground/verdict-types"
import { ClaimList } from "./claim-list"
import { CriterionList } from "./criterion-list"

interface DraftJudgingProps {
  campaignId: string
  batchId: string
  draftId: string
  /** The text on the screen is not the one that was judged. */
  isEdited: boolean
}

/** What the judge says of one draft; nothing where nobody has asked it. */
export const DraftJudging = ({ campaignId, batchId, draftId, isEdited }: DraftJudgingProps) => {
  const { t } = useTranslation("judge")
  const words = useJudgeWords()
  const { data } = useDraftJudgings(campaignId, batchId)
  const judging = data?.judgements.find((one) => one.draft_id === draftId)
  if (!data || !judging) return null
  const isJudged = judging.status === "judged"
  return (
    <section aria-label={t("title")} className="flex flex-col gap-y-3 border-t pt-4">
      <div className="flex flex-col gap-y-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Text size="small" weight="plus">
            {t("title")}
          </Text>
          {judging.score !== null && (
            <Badge size="2xsmall" color={colorOf(judging.score)}>
              {t("draft.score", { score: judging.score })}
            </Badge>
          )}
        </div>
        {isJudged && (
          <Text size="small" className="text-ui-fg-subtle">
            {words.agreement(data.agreement)}
          </Text>
        )}
        {isJudged && isEdited && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("draft.edited")}
          </Text>
        )}
        {!isJudged && <NotJudged judging={judging} />}
      </div>
      {isJudged && <ClaimList claims={judging.claims} />}
      {judging.criteria.length > 0 && <CriterionList criteria={judging.criteria} />}
    </section>
  )
}

const colorOf = (score: number) => (score >= 4 ? "green" : score <= 2 ? "red" : "grey")

const NotJudged = ({ judging: { status, error } }: { judging: Judging }) => {
  const { t } = useTranslation("judge")
  const words = useJudgeWords()
  const reason = error && words.failure(error)
  const said =
    status === "failed"
      ? t("draft.failed", { reason })
      : status === "cancelled"
        ? t(reason ? "draft.cancelledWhy" : "draft.cancelled", { reason })
        : t("draft.pending")
  return (
    <Text size="small" className="text-ui-fg-subtle break-words">
      {said}
    </Text>
  )
}
