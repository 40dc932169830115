import { Button, Table } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../../hooks/common/use-format"
import type { Batch } from "../../../lib/playground/types"
import { BatchStatusBadge } from "../common/batch-status-badge"
import { RequestedBy } from "../../common/requested-by"

interface HistoryRowProps {
  batch: Batch
  /** First words of its prompt. */
  promptName: string
  isOpen: boolean
  onOpen: () => void
  onUsePrompt: () => void
}

export const HistoryRow = ({ batch, promptName, isOpen, onOpen, onUsePrompt }: HistoryRowProps) => {
  const { t } = useTranslation("playground")
  const format = useFormat()
  const { counts, cost } = batch
  const when = format.dateTime(batch.created_at)
  const open = t(isOpen ? "history.isOpen" : "history.open")
  const take = t("history.usePrompt")
  return (
    <Table.Row aria-current={isOpen || undefined} className="[&_td]:whitespace-nowrap">
      <Table.Cell>{when}</Table.Cell>
      <Table.Cell>
        <BatchStatusBadge status={batch.status} counts={batch.counts} />
      </Table.Cell>
      <Table.Cell>{batch.step_index}</Table.Cell>
      <Table.Cell>
        <span className="block max-w-[220px] truncate">{promptName}</span>
      </Table.Cell>
      <Table.Cell>
        <span className="block max-w-[160px] truncate">
          <RequestedBy actorId={batch.requested_by} />
        </span>
      </Table.Cell>
      <Table.Cell>
        {t("history.result", { succeeded: counts.succeeded, total: counts.total })}
        {counts.failed > 0 && ` · ${t("progress.failed", { count: counts.failed })}`}
      </Table.Cell>
      <Table.Cell>{cost ? format.cost(cost) : "–"}</Table.Cell>
      <Table.Cell>
        <div className="flex justify-end gap-x-2">
          <Button
            size="small"
            variant="transparent"
            aria-label={t("history.usePromptOf", { label: take, when })}
            onClick={onUsePrompt}
          >
            {take}
          </Button>
          <Button
            size="small"
            variant="secondary"
            disabled={isOpen}
            aria-label={t("history.openOf", { label: open, when })}
            onClick={onOpen}
          >
            {open}
          </Button>
        </div>
      </Table.Cell>
    </Table.Row>
  )
}
