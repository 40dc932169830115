import { ArrowDownTray } from "@medusajs/icons"
import { Button, DropdownMenu } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { useReadPairs } from "../../../hooks/use-blind-comparison"
import { useReadLeads } from "../../../hooks/use-leads"
import { toCsv } from "../../../lib/common/csv"
import { leadName } from "../../../lib/common/lead-name"
import { saveFile } from "../../../lib/common/save-file"
import { turnPair, type ShownComparison } from "../../../lib/playground/orient-comparison"
import type { JudgedPair } from "../../../lib/playground/verdict-types"
import type { Measure } from "../../../lib/playground/measures"
import { LETTERS, useVerdictWords } from "./use-verdict-words"

interface ExportMenuProps {
  campaignId: string
  comparison: ShownComparison
  measures: readonly Measure[]
}

const percent = (share: number) => (share * 100).toFixed(1)

/** The comparison as files for a spreadsheet. */
export const ExportMenu = (props: ExportMenuProps) => {
  const { campaignId, comparison, measures } = props
  const { t } = useTranslation("verdict")
  const { t: ofPlayground } = useTranslation("playground")
  const words = useVerdictWords()
  const pairs = useReadPairs(campaignId)
  const leads = useReadLeads(campaignId)
  const tellFailure = useFailureToast()

  const savePairs = async () => {
    const read = (await pairs.mutateAsync(comparison)).map((pair) =>
      comparison.isTurned ? turnPair(pair) : pair
    )
    const known = await leads.mutateAsync(read.map(({ campaign_lead_id }) => campaign_lead_id))
    const columns = ["lead", "email", "better", "forA", "forB", "equal", "judge"] as const
    const texts = ["subjectA", "bodyA", "subjectB", "bodyB"] as const
    const toRow = ({ campaign_lead_id, outcome, choices, drafts, judge }: JudgedPair) => {
      const lead = known.get(campaign_lead_id)
      return [
        lead ? leadName(lead) : ofPlayground("lead.unknown"),
        lead?.email ?? "",
        t(`pairs.outcome.${outcome ?? "none"}`),
        ...[choices.first, choices.second, choices.equal].map(String),
        t(`pairs.outcome.${judge?.outcome ?? "none"}`),
        ...drafts.flatMap(({ subject, body }) => [subject, body]),
      ]
    }
    const titles = [...columns, ...texts].map((name) => t(`csv.columns.${name}`))
    saveFile(toCsv([titles, ...read.map(toRow)]), t("csv.pairsFile"), "text/csv")
  }
  const saveFigures = () => {
    const columns = ["figure", "batch", "hits", "of", "percent", "low", "high"] as const
    const rows = measures.flatMap(({ name, shares }) =>
      shares.map(({ hits, n, interval }, place) => [
        t(`figures.names.${name}`),
        LETTERS[place] ?? "",
        String(hits),
        String(n),
        n === 0 ? "" : percent(hits / n),
        ...interval.map(percent),
      ])
    )
    const verdict = [words.wholeSentence(comparison), ...columns.slice(1).map(() => "")]
    const titles = columns.map((name) => t(`csv.columns.${name}`))
    saveFile(toCsv([titles, ...rows, verdict]), t("csv.figuresFile"), "text/csv")
  }
  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <Button size="small" variant="secondary" isLoading={pairs.isPending || leads.isPending}>
          <ArrowDownTray />
          {t("csv.action")}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content align="start">
        <DropdownMenu.Item
          onClick={() =>
            void savePairs().catch((error: unknown) =>
              tellFailure(
                t("csv.failed"),
                error instanceof Error ? error : new Error(String(error))
              )
            )
          }
        >
          {t("csv.pairs")}
        </DropdownMenu.Item>
        <DropdownMenu.Item onClick={saveFigures}>{t("csv.figures")}</DropdownMenu.Item>
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
