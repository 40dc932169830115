import { useTranslation } from "react-i18next"
import type { Said } from "../lib/common/worded-params"
import type { Agreement } from "../lib/playground/verdict-types"
import { useFormat } from "./common/use-format"
import { useWords } from "./common/use-words"
import type { Cost } from "../lib/playground/types"

interface Estimated {
  input_tokens: number
  output_tokens: number
  cost: Cost | null
}

/** The sentences that stand wherever the judge's numbers do. */
export function useJudgeWords() {
  const { t } = useTranslation("judge")
  const { t: ofPlayground } = useTranslation("playground")
  const { t: ofJudging, i18n } = useTranslation("judging")
  const ofFailure = useWords("failures")
  const format = useFormat()
  return {
    /** How far to trust it. */
    agreement: ({ share, kappa, n, enough }: Agreement) => {
      if (!enough || share === null) return t("agreement.tooFew", { count: n })
      const said = { share: Math.round(share * 100), count: n }
      return kappa === null
        ? t("agreement.noKappa", said)
        : t("agreement.enough", { ...said, kappa: format.hundredths(kappa) })
    },
    /** The same of pairs. @param people how many judged them */
    pairAgreement: ({ share, kappa, n, enough }: Agreement, people: number) => {
      if (!enough || share === null) return t("agreement.tooFewPairs", { count: n })
      const said = {
        who: t(people > 1 ? "agreement.people" : "agreement.you"),
        same: Math.round(share * n),
        share: Math.round(share * 100),
        count: n,
      }
      return kappa === null
        ? t("agreement.noKappaOfPairs", said)
        : t("agreement.pairs", { ...said, kappa: format.hundredths(kappa) })
    },
    /** What a click will use. @param estimate null: it cannot be told */
    estimate: (count: number, estimate: Estimated | null) => {
      const calls = t("ask.calls", { count })
      if (!estimate) return t("ask.free", { calls })
      const { cost, input_tokens, output_tokens } = estimate
      const spend = cost
        ? format.cost(cost)
        : ofPlayground("estimate.tokens", {
            input: format.number(input_tokens),
            output: format.number(output_tokens),
          })
      return t("ask.about", { calls, spend })
    },
    /** Why it did not judge. */
    failure: (said: Said) =>
      i18n.exists(`codes.${said.code}`, { ns: "judging" })
        ? ofJudging(`codes.${said.code}`, said.params ?? {})
        : ofFailure(said),
  }
}
