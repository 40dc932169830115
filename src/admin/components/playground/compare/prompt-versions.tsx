import { Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { usePromptVersions } from "../../../hooks/use-prompts"
import { EmptyState } from "../../common/empty-state"
import { Rows } from "../../common/rows"
import { ErrorNotice } from "../../common/error-notice"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { TablePages } from "../../common/table-pages"
import { PromptVersionRow } from "./prompt-version-row"

const PER_PAGE = 10
const COLUMNS = [
  "prompt",
  "batches",
  "drafts",
  "flagged",
  "approved",
  "rejected",
  "latency",
  "tokens",
  "cost",
] as const

interface PromptVersionsProps {
  campaignId: string
  stepIndex: number
  onUsePrompt: (prompt: string) => void
}

/** Each prompt that was tried for the step, and what it came to. */
export const PromptVersions = ({ campaignId, stepIndex, onUsePrompt }: PromptVersionsProps) => {
  const { t } = useTranslation("playground")
  const [page, setPage] = useState(0)
  const query = { step_index: stepIndex, offset: page * PER_PAGE, limit: PER_PAGE }
  const { data, error } = usePromptVersions(campaignId, query)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col px-6 py-4">
        <Heading level="h2">{t("versions.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("versions.hint", { step: stepIndex })}
        </Text>
      </div>
      {data?.count === 0 && <EmptyState title={t("versions.none")} hint={t("versions.noneHint")} />}
      {data && data.count > 0 && (
        <Rows
          label={t("versions.title")}
          columns={COLUMNS.map((column) => t(`versions.columns.${column}`))}
          actions={t("history.columns.actions")}
          isDense
        >
          {data.prompts.map((version) => (
            <PromptVersionRow
              key={version.prompt_version_hash}
              version={version}
              onUse={() => onUsePrompt(version.prompt)}
            />
          ))}
        </Rows>
      )}
      {data && (
        <TablePages page={page} onPageChange={setPage} perPage={PER_PAGE} count={data.count} />
      )}
      {error && !data && (
        <div className="p-6">
          <ErrorNotice title={t("versions.failed")} error={error} />
        </div>
      )}
      {!data && !error && <RowsSkeleton />}
    </Container>
  )
}
