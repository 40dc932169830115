import { Button, Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import { firstWords } from "../../../lib/playground/first-words"
import type { PromptVersion } from "../../../lib/playground/types"

interface PromptVersionRowProps {
  version: PromptVersion
  onUse: () => void
}

export const PromptVersionRow = ({ version, onUse }: PromptVersionRowProps) => {
  const { t } = useTranslation("playground")
  const format = useFormat()
  const { counts, usage, cost, median_latency_ms } = version
  const name = firstWords(version.prompt)
  const take = t("history.usePrompt")
  return (
    <Table.Row className="[&_td]:whitespace-nowrap">
      <Table.Cell>
        <Text size="small" className="max-w-[240px] truncate" title={version.prompt}>
          {name}
        </Text>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t(`promptSource.${version.prompt_source}`)}
        </Text>
      </Table.Cell>
      <Table.Cell>{format.number(version.batches)}</Table.Cell>
      <Table.Cell>
        {t("history.result", { succeeded: counts.succeeded, total: counts.total })}
      </Table.Cell>
      <Table.Cell>{format.number(version.flagged)}</Table.Cell>
      <Table.Cell>{format.number(version.approved)}</Table.Cell>
      <Table.Cell>{format.number(version.rejected)}</Table.Cell>
      <Table.Cell>
        {median_latency_ms === null ? "–" : format.latency(median_latency_ms)}
      </Table.Cell>
      <Table.Cell>
        {`${format.number(usage.input_tokens)} / ${format.number(usage.output_tokens)}`}
      </Table.Cell>
      <Table.Cell>{cost ? format.cost(cost) : "–"}</Table.Cell>
      <Table.Cell>
        <Button
          size="small"
          variant="transparent"
          aria-label={t("versions.useOf", { label: take, name })}
          onClick={onUse}
        >
          {take}
        </Button>
      </Table.Cell>
    </Table.Row>
  )
}
