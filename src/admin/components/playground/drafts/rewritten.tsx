import { Alert, Heading, Skeleton } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useWords } from "../../../hooks/common/use-words"
import { useBatchProgress } from "../../../hooks/use-batch-progress"
import { useDrafts } from "../../../hooks/use-drafts"
import type { Draft } from "../../../lib/playground/types"
import { DiffText } from "../../common/diff-text"

interface RewrittenProps {
  campaignId: string
  draft: Draft
  /** The batch of one that rewrites it. */
  batchId: string
}

/** The draft written anew, against the one that it is to take the place of. */
export const Rewritten = ({ campaignId, draft, batchId }: RewrittenProps) => {
  const { t } = useTranslation("playground")
  const wordsOf = useWords("failures")
  const { data: state } = useBatchProgress(campaignId, batchId)
  const { data } = useDrafts(campaignId, batchId, state?.overall.succeeded ?? 0)
  const [next] = data?.drafts ?? []
  const error = state?.per_lead[0]?.error
  return (
    <section
      aria-label={t("rewrite.done")}
      className="bg-ui-bg-subtle flex flex-col gap-y-2 rounded-lg border p-3"
    >
      <Heading level="h3">{t("rewrite.done")}</Heading>
      {next ? (
        <>
          <div dir="auto" className="txt-small-plus">
            <DiffText before={draft.subject} after={next.subject} />
          </div>
          <div dir="auto" className="txt-small">
            <DiffText before={draft.body} after={next.body} />
          </div>
          <Link
            to={`?batch_id=${batchId}&draft_id=${next.id}`}
            className="txt-compact-small text-ui-fg-interactive w-fit"
          >
            {t("rewrite.open")}
          </Link>
        </>
      ) : state?.overall.failed ? (
        <Alert variant="error">{error ? wordsOf(error) : t("retry.noReason")}</Alert>
      ) : (
        <Skeleton className="h-16 w-full" />
      )}
    </section>
  )
}
