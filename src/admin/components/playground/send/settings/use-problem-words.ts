import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../../hooks/common/use-format"
import type { SendingProblem } from "../../../../lib/playground/sending-form"

/** Says what is wrong with a setting. */
export function useProblemWords(): (problem: SendingProblem) => string {
  const { t } = useTranslation("sending")
  const { number } = useFormat()
  return useCallback(
    (problem) =>
      "min" in problem
        ? t(`problems.${problem.code}`, { min: number(problem.min), max: number(problem.max) })
        : t(`problems.${problem.code}`),
    [t, number]
  )
}
