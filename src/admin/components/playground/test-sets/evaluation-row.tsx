import { Badge, Button, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { Evaluation } from "../../../lib/playground/evaluation-types"
import { ShortText } from "../../common/short-text"
import { EvaluationStatusBadge } from "./evaluation-status-badge"
import type { EvaluatedPrompt } from "./use-evaluated-prompt"

interface EvaluationRowProps {
  evaluation: Evaluation
  prompt: EvaluatedPrompt
  onOpen: () => void
}

export const EvaluationRow = ({ evaluation, prompt, onOpen }: EvaluationRowProps) => {
  const { t } = useTranslation("testSets")
  const format = useFormat()
  const { status, figures } = evaluation
  const when = format.dateTime(evaluation.created_at)
  const share = (hits: number | null | undefined, count: number | undefined) =>
    hits === null || hits === undefined || count === undefined
      ? "–"
      : t("results.share", { hits, count })
  return (
    <Table.Row className="[&_td]:whitespace-nowrap">
      <Table.Cell>{when}</Table.Cell>
      <Table.Cell>
        <span className="flex items-center gap-x-2">
          <ShortText>{prompt.name}</ShortText>
          {prompt.isEarlier && <Badge size="2xsmall">{t("results.earlier")}</Badge>}
        </span>
      </Table.Cell>
      <Table.Cell>
        <EvaluationStatusBadge status={status} />
      </Table.Cell>
      <Table.Cell>{share(figures?.drafted, figures?.total)}</Table.Cell>
      <Table.Cell>{share(figures?.flagged, figures?.drafted)}</Table.Cell>
      <Table.Cell>{share(figures?.checked, figures?.drafted)}</Table.Cell>
      <Table.Cell>
        {typeof figures?.judge_score === "number" ? format.decimal(figures.judge_score) : "–"}
      </Table.Cell>
      <Table.Cell>
        <div className="flex justify-end">
          <Button
            size="small"
            variant="secondary"
            aria-label={t("of", { label: t("results.details"), name: `${prompt.name}, ${when}` })}
            onClick={onOpen}
          >
            {t("results.details")}
          </Button>
        </div>
      </Table.Cell>
    </Table.Row>
  )
}
