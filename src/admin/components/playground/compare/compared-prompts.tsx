import { Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useBatch } from "../../../hooks/use-batches"
import type { Comparison } from "../../../lib/playground/types"
import { DiffText } from "../../common/diff-text"

interface ComparedPromptsProps {
  campaignId: string
  batches: Comparison["batches"]
}

/** What changed from the first prompt to the second. */
export const ComparedPrompts = ({ campaignId, batches: [left, right] }: ComparedPromptsProps) => {
  const { t } = useTranslation("playground")
  const { data: first } = useBatch(campaignId, left.id)
  const { data: second } = useBatch(campaignId, right.id)
  const isSame = left.prompt_version_hash === right.prompt_version_hash
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <Heading level="h3">{t("compare.prompts")}</Heading>
      {isSame && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("compare.samePrompt")}
        </Text>
      )}
      {!isSame && first && second && (
        <div
          tabIndex={0}
          role="region"
          aria-label={t("compare.prompts")}
          className="bg-ui-bg-subtle txt-small max-h-[320px] overflow-y-auto rounded-lg border p-3"
        >
          <DiffText before={first.prompt} after={second.prompt} />
        </div>
      )}
    </div>
  )
}
