import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Draft } from "../../../lib/playground/types"
import { ReviewBadge } from "../common/review-badge"

interface ComparedDraftProps {
  label: string
  /** Null: the batch has none for the lead. */
  draft: Shown | null
}

/** A draft, or of a judged pair its text alone. */
type Shown = Pick<Draft, "subject" | "body"> & Partial<Pick<Draft, "flags" | "review_status">>

export const ComparedDraft = ({ label, draft }: ComparedDraftProps) => {
  const { t } = useTranslation("playground")
  return (
    <section
      aria-label={label}
      className="bg-ui-bg-subtle flex min-w-0 flex-col gap-y-2 rounded-lg border p-3"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Text size="xsmall" className="text-ui-fg-subtle">
          {label}
        </Text>
        <div className="flex gap-x-1">
          {draft?.flags && draft.flags.length > 0 && (
            <Badge size="2xsmall" color="orange">
              {t("flags.count", { count: draft.flags.length })}
            </Badge>
          )}
          {draft?.review_status && <ReviewBadge status={draft.review_status} />}
        </div>
      </div>
      {draft ? (
        <>
          <Text size="small" weight="plus" dir="auto" className="break-words">
            {draft.subject}
          </Text>
          <div dir="auto" className="txt-small whitespace-pre-wrap break-words">
            {draft.body}
          </div>
        </>
      ) : (
        <Text size="small" className="text-ui-fg-subtle">
          {t("compare.noDraft")}
        </Text>
      )}
    </section>
  )
}
