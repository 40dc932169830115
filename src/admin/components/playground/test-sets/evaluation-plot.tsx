import { Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import {
  evaluationShare,
  plottedOf,
  type PlottedName,
} from "../../../lib/playground/evaluation-shares"
import type { Evaluation } from "../../../lib/playground/evaluation-types"
import { shareOf, type Share } from "../../../lib/playground/share"
import { Choice } from "../../common/choice"
import { SectionHeader } from "../../common/section-header"
import { IntervalPlot } from "../verdict/interval-plot"
import type { EvaluatedPrompt } from "./use-evaluated-prompt"

interface EvaluationPlotProps {
  /** Newest first, as they are listed. */
  evaluations: readonly Evaluation[]
  promptOf: (evaluation: Evaluation) => EvaluatedPrompt
}

/** One figure of each run, with its interval. One run alone is no course. */
export const EvaluationPlot = ({ evaluations, promptOf }: EvaluationPlotProps) => {
  const { t } = useTranslation("testSets")
  const [chosen, setChosen] = useState<PlottedName>("drafted")
  const ended = evaluations.filter(({ figures }) => figures !== null).reverse()
  const offered = plottedOf(ended)
  const name = offered.find((known) => known === chosen) ?? offered[0]
  if (ended.length < 2 || name === undefined) return null
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("plot.title")}>
        <div className="w-72 max-w-full">
          <Choice
            label={t("plot.measure")}
            value={name}
            onChange={(value) => setChosen(offered.find((known) => known === value) ?? name)}
            options={offered.map((known) => ({
              value: known,
              label: t(`plot.measures.${known}`),
            }))}
          />
        </div>
      </SectionHeader>
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <ol className="flex flex-col gap-y-2">
          {ended.map((evaluation) => (
            <Line
              key={evaluation.id}
              share={evaluationShare(evaluation, name)}
              at={evaluation.created_at}
              prompt={promptOf(evaluation).name}
            />
          ))}
        </ol>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("plot.legend")}
        </Text>
      </div>
    </Container>
  )
}

interface LineProps {
  /** Null: not measured. */
  share: Share | null
  at: string
  prompt: string
}

const Line = ({ share, at, prompt }: LineProps) => {
  const { t } = useTranslation("testSets")
  const format = useFormat()
  const when = format.dateTime(at)
  const { hits, n, interval } = share ?? shareOf(0, 0)
  const [low, high] = interval.map((value) => Math.round(value * 100))
  const said = n === 0 ? "–" : t("results.share", { hits, count: n })
  const label =
    n === 0
      ? t("plot.nothing", { when, prompt })
      : t("plot.label", { when, prompt, said, share: Math.round((hits / n) * 100), low, high })
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_5rem] items-center gap-x-3 sm:grid-cols-[14rem_minmax(0,1fr)_5rem] xl:grid-cols-[24rem_minmax(0,1fr)_5rem]">
      <span className="txt-small col-span-2 min-w-0 truncate sm:col-span-1" aria-hidden>
        <span className="text-ui-fg-subtle">{`${when} · `}</span>
        {prompt}
      </span>
      <IntervalPlot share={share ?? shareOf(0, 0)} label={label} />
      <span className="txt-small text-right tabular-nums" aria-hidden>
        {said}
      </span>
    </li>
  )
}
