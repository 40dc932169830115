import { Button, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useJudging } from "../../../hooks/use-judging"

interface JudgeNotBegunProps {
  campaignId: string
  batchId: string
  isStarting: boolean
  /** Pairs the drafts, which costs nothing: only then it is known what the judge would cost. */
  onBegin: () => void
}

/** Where nobody has paired the drafts yet: the way to the judge. */
export const JudgeNotBegun = ({ campaignId, batchId, isStarting, onBegin }: JudgeNotBegunProps) => {
  const { t } = useTranslation("judge")
  const { data } = useJudging(campaignId, batchId)
  if (!data) return null
  if (!data.judge) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("none")}
      </Text>
    )
  }
  return (
    <section
      aria-label={t("title")}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4"
    >
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-y-1">
        <Heading level="h3">{t("title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("pairs.offer")}
        </Text>
      </div>
      <Button size="small" variant="secondary" isLoading={isStarting} onClick={onBegin}>
        {t("pairs.begin")}
      </Button>
    </section>
  )
}
