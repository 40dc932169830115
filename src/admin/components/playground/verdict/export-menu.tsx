import { ArrowDownTray } from "@medusajs/icons"
import { Button, DropdownMenu } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFailureToast } from "../../../hooks/common/use-failure-toast"
import { useReadPairs } from "../../../hooks/use-blind-comparison"
import { useReadLeads } from "../../../hooks/use-leads"
import { saveFile } from "../../../lib/common/save-file"
import { toFiguresCsv } from "../../../lib/playground/figures-csv"
import { turnPair, type ShownComparison } from "../../../lib/playground/orient-comparison"
import type { Measure } from "../../../lib/playground/measures"
import { toPairsCsv } from "../../../lib/playground/pairs-csv"
import { LETTERS, useVerdictWords } from "./use-verdict-words"

interface ExportMenuProps {
  campaignId: string
  comparison: ShownComparison
  measures: readonly Measure[]
}

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
    const file = toPairsCsv({
      pairs: read,
      leads: known,
      unknownLead: ofPlayground("lead.unknown"),
      titleOf: (column) => t(`csv.columns.${column}`),
      outcomeOf: (outcome) => t(`pairs.outcome.${outcome}`),
    })
    saveFile(file, t("csv.pairsFile"), "text/csv")
  }
  const saveFigures = () => {
    const file = toFiguresCsv({
      measures,
      letters: LETTERS,
      titleOf: (column) => t(`csv.columns.${column}`),
      nameOf: (measure) => t(`figures.names.${measure}`),
      verdict: words.wholeSentence(comparison),
    })
    saveFile(file, t("csv.figuresFile"), "text/csv")
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
