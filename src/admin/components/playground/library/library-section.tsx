import { Button, Container } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNamedPrompts } from "../../../hooks/use-prompt-library"
import type { NamedPrompt } from "../../../lib/playground/verdict-types"
import { Choice } from "../../common/choice"
import { EmptyState } from "../../common/empty-state"
import { ErrorNotice } from "../../common/error-notice"
import { Rows } from "../../common/rows"
import { RowsSkeleton } from "../../common/rows-skeleton"
import { SectionHeader } from "../../common/section-header"
import { TablePages } from "../../common/table-pages"
import { LibraryRow } from "./library-row"
import { PromptDrawer } from "./prompt-drawer"
import { PromptForm } from "./prompt-form"

const PER_PAGE = 20
const COLUMNS = ["name", "note", "versions", "changed"] as const
const SHELVES = ["kept", "archived"] as const

interface LibrarySectionProps {
  campaignId: string
  /** Takes a version's text into the composer. */
  onLoad: (text: string, promptId: string) => void
  /** Leads to where a prompt is written. */
  onWrite: () => void
}

/** The campaign's prompts by name. */
export const LibrarySection = ({ campaignId, onLoad, onWrite }: LibrarySectionProps) => {
  const { t } = useTranslation("verdict")
  const [shelf, setShelf] = useState<(typeof SHELVES)[number]>("kept")
  const [page, setPage] = useState(0)
  const [openId, setOpenId] = useState<string | null>(null)
  const [edited, setEdited] = useState<NamedPrompt | null>(null)
  const { data, error } = useNamedPrompts(campaignId, {
    archived: shelf === "archived",
    offset: page * PER_PAGE,
    limit: PER_PAGE,
  })
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("library.title")} hint={t("library.hint")}>
        <div className="w-40">
          <Choice
            label={t("library.show")}
            value={shelf}
            onChange={(value) => {
              setPage(0)
              setShelf(SHELVES.find((name) => name === value) ?? "kept")
            }}
            options={SHELVES.map((name) => ({ value: name, label: t(`library.shelves.${name}`) }))}
          />
        </div>
      </SectionHeader>
      {error && !data && (
        <div className="p-6">
          <ErrorNotice title={t("library.failed")} error={error} />
        </div>
      )}
      {!data && !error && <RowsSkeleton />}
      {data?.count === 0 && shelf === "kept" && (
        <EmptyState title={t("library.none")} hint={t("library.noneHint")}>
          <Button size="small" variant="secondary" onClick={onWrite}>
            {t("library.write")}
          </Button>
        </EmptyState>
      )}
      {data?.count === 0 && shelf === "archived" && (
        <EmptyState title={t("library.noneArchived")} hint={t("library.noneArchivedHint")} />
      )}
      {data && data.count > 0 && (
        <>
          <Rows
            label={t("library.title")}
            columns={COLUMNS.map((column) => t(`library.columns.${column}`))}
            actions={t("library.actions")}
            isDense
          >
            {data.prompts.map((prompt) => (
              <LibraryRow
                key={prompt.id}
                campaignId={campaignId}
                prompt={prompt}
                onOpen={() => setOpenId(prompt.id)}
                onEdit={() => setEdited(prompt)}
                onLoad={onLoad}
              />
            ))}
          </Rows>
          <TablePages page={page} onPageChange={setPage} perPage={PER_PAGE} count={data.count} />
        </>
      )}
      {openId && (
        <PromptDrawer
          campaignId={campaignId}
          promptId={openId}
          onLoad={(text) => {
            setOpenId(null)
            onLoad(text, openId)
          }}
          onClose={() => setOpenId(null)}
        />
      )}
      {edited && (
        <PromptForm campaignId={campaignId} prompt={edited} onClose={() => setEdited(null)} />
      )}
    </Container>
  )
}
