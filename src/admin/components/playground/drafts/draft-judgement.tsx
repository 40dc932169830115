import { ThumbDown, ThumbUp } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { saysSomething, useJudgeDraft, useJudgements, useMyId } from "../../../hooks/use-judgements"
import { useReviewKeys } from "../../../hooks/use-review-keys"
import type { Draft } from "../../../lib/playground/types"
import { JudgementReasons } from "./judgement-reasons"

const SCORES = [1, 2, 3, 4, 5] as const

interface DraftJudgementProps {
  campaignId: string
  batchId: string
  draft: Draft
  /** False while the draft is edited or rejected: keys are for that then. */
  hasKeys: boolean
}

/** What one thinks of a draft: good or bad, a score, reasons. The same button again takes it back. */
export const DraftJudgement = ({ campaignId, batchId, draft, hasKeys }: DraftJudgementProps) => {
  const { t } = useTranslation("verdict")
  const tellFailure = useFailureToast()
  const { data: all = [] } = useJudgements(campaignId, batchId)
  const myId = useMyId()
  const judge = useJudgeDraft(campaignId, batchId, myId)
  const ofDraft = all.filter(({ draft_id }) => draft_id === draft.id)
  const mine = ofDraft.find(({ judged_by }) => judged_by === myId)
  const others = ofDraft.filter(({ judged_by }) => judged_by !== myId)
  const { score = null, verdict = null, reasons = [] } = mine ?? {}
  const say = (change: Parameters<typeof judge>[1]) =>
    judge(draft.id, change, (error) => tellFailure(t("judgement.notSaved"), error))
  const sayVerdict = (said: "good" | "bad") =>
    say((before) => ({ verdict: before.verdict === said ? null : said }))
  const sayScore = (said: number) =>
    say((before) => ({ score: before.score === said ? null : said }))
  const keys = {
    "+": () => sayVerdict("good"),
    // The same key without Shift, where it is so.
    "=": () => sayVerdict("good"),
    "-": () => sayVerdict("bad"),
    ...Object.fromEntries(SCORES.map((number) => [String(number), () => sayScore(number)])),
  }
  useReviewKeys(hasKeys && myId ? keys : {})
  return (
    <section aria-label={t("judgement.title")} className="flex flex-col gap-y-2 border-t pt-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Text size="small" weight="plus">
          {t("judgement.title")}
        </Text>
        <div className="flex gap-x-1">
          {(["good", "bad"] as const).map((said) => (
            <Button
              key={said}
              size="small"
              variant={verdict === said ? "primary" : "secondary"}
              aria-pressed={verdict === said}
              disabled={!myId}
              onClick={() => sayVerdict(said)}
            >
              {said === "good" ? <ThumbUp aria-hidden /> : <ThumbDown aria-hidden />}
              {t(`judgement.${said}`)}
            </Button>
          ))}
        </div>
        <div className="flex gap-x-1" role="group" aria-label={t("judgement.score")}>
          {SCORES.map((number) => (
            <Button
              key={number}
              size="small"
              variant={score === number ? "primary" : "secondary"}
              aria-pressed={score === number}
              aria-label={t("judgement.scoreOf", { score: number })}
              disabled={!myId}
              onClick={() => sayScore(number)}
            >
              {number}
            </Button>
          ))}
        </div>
      </div>
      {saysSomething({ score, verdict, reasons }) && (
        <JudgementReasons reasons={reasons} onChange={(next) => say(() => ({ reasons: next }))} />
      )}
      {others.length > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("judgement.others", {
            count: others.length,
            good: others.filter((other) => other.verdict === "good").length,
            bad: others.filter((other) => other.verdict === "bad").length,
          })}
        </Text>
      )}
    </section>
  )
}
