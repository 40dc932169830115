import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type { Evaluation } from "../../../lib/playground/evaluation-types"
import { asksJudge } from "../../../lib/playground/threshold-values"

/** Says in a sentence what a run came to. */
export function useOutcomeWords(): (evaluation: Evaluation) => string {
  const { t } = useTranslation("testSets")
  return useCallback(
    ({ status, figures, thresholds }) => {
      if (status === "pending") {
        const isJudged = thresholds.some(({ name }) => asksJudge(name))
        return t(isJudged ? "outcome.pendingJudge" : "outcome.pending")
      }
      if (status === "passed") {
        return t(thresholds.length === 0 ? "outcome.passedFree" : "outcome.passed")
      }
      if (figures?.drafted === 0) return t("outcome.nothing")
      const broken = thresholds.filter(({ passed }) => passed === false).length
      // All that was asked holds, and it has drafted: only its end is missing.
      return broken === 0 ? t("outcome.cancelled") : t("outcome.failed", { count: broken })
    },
    [t]
  )
}
